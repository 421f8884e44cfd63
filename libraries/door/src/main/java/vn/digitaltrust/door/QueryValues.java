package vn.digitaltrust.door;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * DOOR-4: a value in the query that cannot be is 400 and named. The framework would answer 404, as
 * if nothing stood at this address.
 */
@Provider
public class QueryValues implements ContainerRequestFilter {
  private final ResourceInfo resource;

  QueryValues(ResourceInfo resource) {
    this.resource = resource;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    for (Parameter parameter : resource.getResourceMethod().getParameters()) {
      QueryParam named = parameter.getAnnotation(QueryParam.class);
      if (named != null) {
        request
            .getUriInfo()
            .getQueryParameters()
            .getOrDefault(named.value(), List.of())
            .forEach(value -> check(named.value(), value, parameter.getType()));
      }
    }
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
