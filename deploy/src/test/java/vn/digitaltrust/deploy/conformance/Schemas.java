package vn.digitaltrust.deploy.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The schemas of a document, JSON Schema 2020-12 as OpenAPI 3.1 has them, formats included. */
final class Schemas {
  private static final String DOCUMENT = "urn:digital-trust:document";

  private final SchemaRegistry registry;
  private final Map<String, Schema> known = new ConcurrentHashMap<>();

  Schemas(JsonNode document) {
    this.registry =
        SchemaRegistry.withDialect(
            Dialects.getDraft202012(),
            builder -> builder.schemas(Map.of(DOCUMENT, document.toString())));
  }

  /**
   * What is wrong with a value, in words; nothing if it keeps to the schema.
   *
   * @param schema as it stands in the document, references and all
   */
  List<String> faults(JsonNode schema, JsonNode value) {
    return known
        .computeIfAbsent(schema.toString(), this::compiled)
        .validate(
            value,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(Error::toString)
        .toList();
  }

  private Schema compiled(String schema) {
    return registry.getSchema(
        SchemaLocation.of(DOCUMENT + ":part:" + known.size()),
        schema.replace("\"#/", "\"" + DOCUMENT + "#/"),
        InputFormat.JSON);
  }
}
