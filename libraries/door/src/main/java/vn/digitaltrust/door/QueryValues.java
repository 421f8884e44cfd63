package vn.digitaltrust.door;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * DOOR-4: the query holds the parameters of its address, each once and in their own spelling, and
 * values that can be. The framework would pass over an unknown name, take the first of two values,
 * and answer 404 to a value that cannot be, as if nothing stood at this address. DOOR-32: numbers
 * and ids have one spelling, in the path too, and no value is empty.
 */
@Provider
public class QueryValues implements ContainerRequestFilter {
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,10}");

  private final ResourceInfo resource;
  private final HttpServerRequest exchange;

  /** Types by name; found once per method, because every request comes by here. */
  private final Map<Method, Map<String, Class<?>>> known = new ConcurrentHashMap<>();

  /** Which parts of the path are ids. */
  private final Map<Method, List<String>> ids = new ConcurrentHashMap<>();

  QueryValues(ResourceInfo resource, HttpServerRequest exchange) {
    this.resource = resource;
    this.exchange = exchange;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    Method method = resource.getResourceMethod();
    for (String name : ids.computeIfAbsent(method, QueryValues::idsOfPath)) {
      if (!Ids.isId(request.getUriInfo().getPathParameters().getFirst(name))) {
        throw Refusal.of(Kind.NOT_FOUND);
      }
    }
    List<GivenQuery.Parameter> query = GivenQuery.of(exchange.query()).parameters();
    if (query.isEmpty()) {
      return;
    }
    Map<String, Class<?>> types = known.computeIfAbsent(method, QueryValues::types);
    Set<String> seen = new HashSet<>();
    for (GivenQuery.Parameter given : query) {
      Class<?> type = types.get(given.name());
      if (type == null) {
        throw Refusal.unknownParameter(given.name(), types.keySet());
      }
      if (!seen.add(given.name())) {
        throw Refusal.invalid(given.name(), "query.repeated");
      }
      check(given.name(), given.value(), type);
    }
  }

  private static Map<String, Class<?>> types(Method method) {
    Map<String, Class<?>> types = new TreeMap<>();
    for (Parameter parameter : method.getParameters()) {
      QueryParam named = parameter.getAnnotation(QueryParam.class);
      if (named != null) {
        types.put(named.value(), parameter.getType());
      }
    }
    return types;
  }

  private static List<String> idsOfPath(Method method) {
    return Stream.of(method.getParameters())
        .filter(parameter -> parameter.getType() == UUID.class)
        .map(parameter -> parameter.getAnnotation(PathParam.class))
        .filter(Objects::nonNull)
        .map(PathParam::value)
        .toList();
  }

  private static void check(String name, String value, Class<?> type) {
    if (value.isEmpty()) {
      throw Refusal.invalid(name, "query.empty");
    }
    if (type == int.class && !isNumber(value)) {
      throw Refusal.invalid(name, "query.number");
    }
    if (type == UUID.class && !Ids.isId(value)) {
      throw Refusal.invalid(name, "query.id");
    }
    if (type.isEnum() && constants(type).noneMatch(value::equals)) {
      throw Refusal.invalid(
          name, "query.one-of", constants(type).collect(Collectors.joining(", ")));
    }
  }

  private static boolean isNumber(String value) {
    long number = NUMBER.matcher(value).matches() ? Long.parseLong(value) : Long.MAX_VALUE;
    return number == (int) number;
  }

  private static Stream<String> constants(Class<?> type) {
    return Arrays.stream(type.getEnumConstants()).map(constant -> ((Enum<?>) constant).name());
  }
}
