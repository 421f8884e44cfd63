package vn.digitaltrust.gateway.document;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * DOC-12: clients make one type of each enumeration, so each stands once, under a name. What lists
 * its values where it stands becomes a reference.
 */
final class Enumerations {
  private static final String SCHEMAS = "#/components/schemas/";

  private final Map<List<Object>, String> names = new HashMap<>();

  private Enumerations(Map<String, Schema> schemas) {
    schemas.forEach(
        (name, schema) -> {
          if (schema.getEnumeration() != null) {
            names.merge(List.copyOf(schema.getEnumeration()), name, Enumerations::shorter);
          }
        });
  }

  /** Two things may have the same values; what is written in place means the shared one. */
  private static String shorter(String one, String other) {
    return one.length() <= other.length() ? one : other;
  }

  /**
   * Names all enumerations of a document.
   *
   * @throws IllegalStateException if one is listed where it stands and has no name anywhere
   */
  static void applyTo(OpenAPI document) {
    Map<String, Schema> schemas = document.getComponents().getSchemas();
    Enumerations enumerations = new Enumerations(schemas);
    schemas.forEach(
        (name, schema) -> {
          if (schema.getProperties() != null) {
            schema
                .getProperties()
                .forEach((property, value) -> enumerations.name(name + "." + property, value));
          }
        });
    document.getPaths().getPathItems().values().stream()
        .flatMap(path -> path.getOperations().values().stream())
        .filter(operation -> operation.getParameters() != null)
        .forEach(
            operation -> {
              for (Parameter parameter : operation.getParameters()) {
                enumerations.name(
                    operation.getOperationId() + " " + parameter.getName(), parameter.getSchema());
              }
            });
  }

  private void name(String where, Schema schema) {
    if (schema.getItems() != null) {
      name(where, schema.getItems());
    }
    if (schema.getEnumeration() == null) {
      return;
    }
    String name = names.get(List.copyOf(schema.getEnumeration()));
    if (name == null) {
      throw new IllegalStateException(where + " lists an enumeration that has no name");
    }
    schema.setEnumeration(null);
    schema.setType(null);
    schema.setRef(SCHEMAS + name);
  }
}
