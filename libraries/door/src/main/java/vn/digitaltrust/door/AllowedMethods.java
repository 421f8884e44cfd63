package vn.digitaltrust.door;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * DOOR-25: the methods that an address takes. The framework knows them too, but tells of no 405
 * which they are (RFC 9110, 15.5.6), and of {@code OPTIONS} those of the whole class.
 */
@Singleton
class AllowedMethods {
  private final Addresses addresses = new Addresses();
  private final String root;

  AllowedMethods(BeanManager beans, @ConfigProperty(name = "quarkus.rest.path") String root) {
    this.root = root;
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
        addresses.add(address, named.value());
      }
    }
  }

  /** The methods of an address, in the form of {@code Allow}; empty where nothing stands. */
  String of(String path) {
    return addresses.allow(path);
  }

  /** The form of an address as the framework names it, without the root; null where none stands. */
  String template(String path) {
    String template = addresses.template(path);
    return template == null ? null : template.substring(root.length());
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
          .withHeader(HttpHeaders.ALLOW, methods.of(current.getCurrent().request().path()))
          .build();
    }
  }

  /**
   * Judges the method before a class is chosen: where two classes begin alike, the framework would
   * look for the address in the other one and find nothing. {@code OPTIONS} needs no token: what it
   * tells stands in the public document.
   */
  @Provider
  @PreMatching
  @Priority(Priorities.USER + 1) // after the request has its id
  public static class Options implements ContainerRequestFilter {
    private final AllowedMethods methods;
    private final HttpServerRequest exchange;

    Options(AllowedMethods methods, HttpServerRequest exchange) {
      this.methods = methods;
      this.exchange = exchange;
    }

    @Override
    public void filter(ContainerRequestContext request) {
      if (request.getMethod().equals(HttpMethod.OPTIONS)) {
        String allowed = methods.of(exchange.path());
        if (allowed.isEmpty()) {
          throw Refusal.of(Kind.NOT_FOUND);
        }
        request.abortWith(Response.noContent().header(HttpHeaders.ALLOW, allowed).build());
        return;
      }
      String allowed = methods.of(exchange.path());
      if (!allowed.isEmpty() && !List.of(allowed.split(", ")).contains(request.getMethod())) {
        throw new NotAllowedException(allowed);
      }
    }
  }
}
