package vn.digitaltrust.gateway.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * DOC-6: examples of answers are written without the properties that have no value. An answer sends
 * them as null, and so it is shown.
 */
final class FullAnswers {
  private static final String SCHEMAS = "#/components/schemas/";

  private final Map<String, Schema> schemas;

  private FullAnswers(Map<String, Schema> schemas) {
    this.schemas = schemas;
  }

  /** Shows in all examples of answers what is always there. */
  static void applyTo(OpenAPI document) {
    FullAnswers answers = new FullAnswers(document.getComponents().getSchemas());
    document.getPaths().getPathItems().values().stream()
        .flatMap(path -> path.getOperations().values().stream())
        .flatMap(operation -> operation.getResponses().getAPIResponses().values().stream())
        .filter(answer -> answer.getContent() != null)
        .flatMap(answer -> answer.getContent().getMediaTypes().values().stream())
        .forEach(answers::fill);
  }

  private void fill(MediaType content) {
    if (content.getExample() != null) {
      content.setExample(full(content.getSchema(), content.getExample()));
    }
  }

  private Object full(Schema declared, Object value) {
    Schema schema = meant(declared);
    if (schema != null && value instanceof List<?> list) {
      return list.stream().map(item -> full(schema.getItems(), item)).toList();
    }
    if (schema == null
        || schema.getProperties() == null
        || !(value instanceof Map<?, ?> properties)) {
      return value;
    }
    Map<String, Object> full = new LinkedHashMap<>();
    properties.forEach(
        (name, each) ->
            full.put(name.toString(), full(schema.getProperties().get(name.toString()), each)));
    if (schema.getRequired() != null) {
      schema.getRequired().stream()
          .filter(name -> mayBeNull(schema.getProperties().get(name)))
          .forEach(name -> full.putIfAbsent(name, null));
    }
    return full;
  }

  /** What a reference means; of something or null, the something. */
  private Schema meant(Schema declared) {
    if (declared == null) {
      return null;
    }
    if (declared.getRef() != null) {
      return schemas.get(declared.getRef().replace(SCHEMAS, ""));
    }
    return declared.getAnyOf() == null ? declared : meant(declared.getAnyOf().get(0));
  }

  private static boolean mayBeNull(Schema property) {
    return isNull(property)
        || property.getAnyOf() != null
            && property.getAnyOf().stream().anyMatch(FullAnswers::isNull);
  }

  private static boolean isNull(Schema schema) {
    return schema.getType() != null && schema.getType().contains(Schema.SchemaType.NULL);
  }
}
