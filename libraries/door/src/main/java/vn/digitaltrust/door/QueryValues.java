package vn.digitaltrust.door;

import io.vertx.core.http.HttpServerRequest;
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
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * DOOR-4: the query holds the parameters of its address, each once and in their own spelling, and
 * values that can be. The framework would pass over an unknown name, take the first of two values,
 * and answer 404 to a value that cannot be, as if nothing stood at this address.
 */
@Provider
public class QueryValues implements ContainerRequestFilter {
  private final ResourceInfo resource;
  private final HttpServerRequest exchange;

  /** Types by name; found once per method, because every request comes by here. */
  private final Map<Method, Map<String, Class<?>>> known = new ConcurrentHashMap<>();

  QueryValues(ResourceInfo resource, HttpServerRequest exchange) {
    this.resource = resource;
    this.exchange = exchange;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    List<GivenQuery.Parameter> query = GivenQuery.of(exchange.query()).parameters();
    if (query.isEmpty()) {
      return;
    }
    Map<String, Class<?>> types =
        known.computeIfAbsent(resource.getResourceMethod(), QueryValues::types);
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

  private static void check(String name, String value, Class<?> type) {
    try {
      if (type == int.class) {
        Integer.parseInt(value);
      } else if (type == UUID.class) {
        UUID.fromString(value);
      }
    } catch (IllegalArgumentException unreadable) {
      throw Refusal.invalid(name, type == int.class ? "query.number" : "query.id");
    }
    if (type.isEnum() && constants(type).noneMatch(value::equals)) {
      throw Refusal.invalid(
          name, "query.one-of", constants(type).collect(Collectors.joining(", ")));
    }
  }

  private static Stream<String> constants(Class<?> type) {
    return Arrays.stream(type.getEnumConstants()).map(constant -> ((Enum<?>) constant).name());
  }
}
