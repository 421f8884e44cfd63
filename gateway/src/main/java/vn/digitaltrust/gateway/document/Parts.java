package vn.digitaltrust.gateway.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** DOC-1: the stored documents of the services, in names that fit beside each other. */
final class Parts {
  /** What every service takes from the same place, and therefore says in the same words. */
  private static final Set<String> SHARED =
      Set.of(
          "Activity",
          "Audience",
          "MeasureClass",
          "MeasureKind",
          "Media",
          "Platform",
          "Problem",
          "ProblemViolation",
          "ProductCategory",
          "RequestStatus");

  /** Values of one word, written where they stand: no client needs a class for a date. */
  private static final List<String> PLAIN = List.of("Instant", "LocalDate", "UUID");

  /** What libraries add of their own; every error here is a Problem. */
  private static final Set<String> FOREIGN =
      Set.of("HttpProblem", "HttpValidationProblem", "Violation");

  /** A page of views is a page to its readers. */
  private static final Pattern PAGE = Pattern.compile("^Page(\\w+?)(?:View|State)?$");

  private static final Pattern REFERENCE = Pattern.compile("\"(#/components/schemas/)(\\w+)\"");
  private static final YAMLMapper YAML = new YAMLMapper();

  private Parts() {}

  /**
   * Reads what the services store as their documents: operations and schemas.
   *
   * @param services the first parts of their paths, such as {@code registry}
   * @throws IllegalStateException if the gateway was built without one of them, or two call
   *     different things by one name
   */
  static OpenAPI of(List<String> services) {
    ObjectNode all = YAML.createObjectNode().put("openapi", "3.1.0");
    ObjectNode paths = all.putObject("paths");
    ObjectNode schemas = all.putObject("components").putObject("schemas");
    for (String service : services) {
      JsonNode part = prefixed(stored(service), service);
      paths.setAll((ObjectNode) part.get("paths"));
      part.at("/components/schemas")
          .properties()
          .forEach(schema -> add(schemas, schema.getKey(), schema.getValue()));
    }
    removeUnused(all, schemas);
    byte[] text = all.toString().getBytes(StandardCharsets.UTF_8);
    return SmallRyeOpenAPI.builder()
        .enableModelReader(false)
        .enableStandardStaticFiles(false)
        .enableStandardFilter(false)
        .enableAnnotationScan(false)
        .withCustomStaticFile(() -> new ByteArrayInputStream(text))
        .build()
        .model();
  }

  /** A shape that is only unwrapped into others is no shape to callers. */
  private static void removeUnused(ObjectNode all, ObjectNode schemas) {
    Set<String> used =
        REFERENCE
            .matcher(all.toString())
            .results()
            .map(reference -> reference.group(2))
            .collect(Collectors.toSet());
    schemas.retain(used);
  }

  private static ObjectNode stored(String service) {
    String name = "openapi/" + service + "/openapi.yaml";
    ClassLoader application = Thread.currentThread().getContextClassLoader();
    try (InputStream stored = application.getResourceAsStream(name)) {
      if (stored == null) {
        throw new IllegalStateException(name + " is not on the class path");
      }
      return (ObjectNode) YAML.readTree(stored);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** DOC-2: gives the service's name to every schema that has none and is its own. */
  private static JsonNode prefixed(ObjectNode document, String service) {
    String prefix = Character.toUpperCase(service.charAt(0)) + service.substring(1);
    ObjectNode schemas = (ObjectNode) document.at("/components/schemas");
    schemas.remove(FOREIGN);
    inline(document, schemas.deepCopy().retain(PLAIN));
    schemas.remove(PLAIN);
    Map<String, String> names = new HashMap<>();
    for (var schema : schemas.properties()) {
      String name = schema.getKey();
      if (!name.startsWith(prefix) && !name.startsWith("Journal") && !SHARED.contains(name)) {
        names.put(name, prefix + PAGE.matcher(name).replaceFirst("$1Page"));
      }
    }
    names.forEach((name, better) -> schemas.set(better, schemas.remove(name)));
    String text =
        REFERENCE
            .matcher(document.toString())
            .replaceAll(
                found -> {
                  String name = names.getOrDefault(found.group(2), found.group(2));
                  return Matcher.quoteReplacement("\"" + found.group(1) + name + "\"");
                });
    try {
      return YAML.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void inline(JsonNode node, ObjectNode plain) {
    JsonNode meant = plain.get(node.path("$ref").asText().replace("#/components/schemas/", ""));
    if (meant != null) {
      ObjectNode reference = (ObjectNode) node;
      reference.remove("$ref");
      meant
          .properties()
          .forEach(property -> reference.putIfAbsent(property.getKey(), property.getValue()));
    }
    node.forEach(child -> inline(child, plain));
    if (node.has("anyOf") && node.has("type")) {
      simplify((ObjectNode) node);
    }
  }

  /**
   * Says once what may be null: beside "this or null", the type repeats it, and contradicts it to
   * those who read every alternative by itself.
   */
  private static void simplify(ObjectNode nullable) {
    JsonNode value = nullable.at("/anyOf/0");
    if (value.has("$ref")) {
      nullable.remove("type");
    } else {
      nullable.remove("anyOf");
      value
          .properties()
          .forEach(property -> nullable.putIfAbsent(property.getKey(), property.getValue()));
    }
  }

  /** DOC-2: two things of one name would make a document that is wrong about one of them. */
  private static void add(ObjectNode schemas, String name, JsonNode schema) {
    JsonNode known = schemas.get(name);
    if (known != null && !known.equals(schema)) {
      throw new IllegalStateException(
          "Two services call different things " + name + ": rename one of them");
    }
    schemas.set(name, schema);
  }
}
