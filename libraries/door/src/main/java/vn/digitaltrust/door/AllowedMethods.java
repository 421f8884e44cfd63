package vn.digitaltrust.door;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * DOOR-1: the methods that an address takes. The framework knows them too, but tells of no 405
 * which they are (RFC 9110, 15.5.6), and of {@code OPTIONS} those of the whole class.
 */
@Singleton
class AllowedMethods {
  /** The methods of each form of address, such as {@code /registry/v1/kols/[^/]+}. */
  private final Map<String, Set<String>> methods = new TreeMap<>();

  AllowedMethods(BeanManager beans, @ConfigProperty(name = "quarkus.rest.path") String root) {
    for (Bean<?> bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
      Path path = bean.getBeanClass().getAnnotation(Path.class);
      if (path != null) {
        for (Method method : bean.getBeanClass().getMethods()) {
          add(root + '/' + path.value(), method);
        }
      }
    }
  }

  private void add(String resource, Method method) {
    Path path = method.getAnnotation(Path.class);
    String address = path == null ? resource : resource + '/' + path.value();
    for (Annotation annotation : method.getAnnotations()) {
      HttpMethod named = annotation.annotationType().getAnnotation(HttpMethod.class);
      if (named != null) {
        methods.computeIfAbsent(form(address), form -> new TreeSet<>()).add(named.value());
      }
    }
  }

  /** A pattern of the addresses that a template stands for. */
  private static String form(String template) {
    return Stream.of(template.split("/"))
        .filter(part -> !part.isEmpty())
        .map(part -> '/' + (part.startsWith("{") ? "[^/]+" : Pattern.quote(part)))
        .collect(Collectors.joining());
  }

  /** The methods of an address, in the form of {@code Allow}; empty where nothing stands. */
  String of(String path) {
    String address = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    Set<String> allowed =
        methods.entrySet().stream()
            .filter(form -> address.matches(form.getKey()))
            .flatMap(form -> form.getValue().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    if (allowed.contains(HttpMethod.GET)) {
      allowed.add(HttpMethod.HEAD);
    }
    if (!allowed.isEmpty()) {
      allowed.add(HttpMethod.OPTIONS);
    }
    return String.join(", ", allowed);
  }

  /** 405: the address takes other methods, which are named. */
  @Provider
  public static class Refused extends ExceptionMapperBase<NotAllowedException> {
    private final AllowedMethods methods;
    private final CurrentVertxRequest current;

    Refused(AllowedMethods methods, CurrentVertxRequest current) {
      this.methods = methods;
      this.current = current;
    }

    @Override
    protected HttpProblem toProblem(NotAllowedException cause) {
      return HttpProblem.builder(Refusal.of(Kind.METHOD_NOT_ALLOWED))
          .withHeader("Allow", methods.of(current.getCurrent().request().path()))
          .build();
    }
  }
}
