package vn.digitaltrust.door;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * DOOR-36: the document says of answers which properties are always there. A property without a
 * value is sent as null, so it is there too; only what is marked {@value #MAY_BE_ABSENT} is left
 * out at times.
 */
public final class CompleteAnswers {
  /**
   * The mark of a property that an answer may lack. On a whole schema it says that an answer may
   * lack every property that the schema does not require by itself.
   */
  static final String MAY_BE_ABSENT = "x-may-be-absent";

  private CompleteAnswers() {}

  /** Marks as required what is always there in all answers of a document. */
  public static void applyTo(OpenAPI document) {
    Map<String, Schema> schemas = document.getComponents().getSchemas();
    for (String name : ClosedRequests.answered(document)) {
      Schema schema = schemas.get(name);
      if (schema.getProperties() != null && !mayBeAbsent(schema)) {
        List<String> always = new ArrayList<>();
        schema
            .getProperties()
            .forEach(
                (property, value) -> {
                  if (!mayBeAbsent(value)) {
                    always.add(property);
                  }
                });
        schema.setRequired(always.isEmpty() ? null : always);
      }
    }
  }

  /** The scanner of annotations leaves extensions among a schema's other keywords. */
  private static boolean mayBeAbsent(Schema schema) {
    return schema.get(MAY_BE_ABSENT) != null
        || schema.getExtensions() != null && schema.getExtensions().containsKey(MAY_BE_ABSENT);
  }
}
