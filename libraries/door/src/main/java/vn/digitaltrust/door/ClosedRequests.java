package vn.digitaltrust.door;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * DOOR-30: the document says of bodies that they have no other properties, as is the case. Answers
 * stay open, since new properties are no breaking change; a shape that is both sent and answered is
 * therefore two, and the one that is sent ends in {@code Input}.
 */
public final class ClosedRequests {
  private static final String PREFIX = "#/components/schemas/";
  private static final String SENT = "Input";

  private final Map<String, Schema> schemas;
  private final Set<String> both;

  private ClosedRequests(Map<String, Schema> schemas, Set<String> both) {
    this.schemas = schemas;
    this.both = both;
  }

  /** Closes what is sent in all bodies of a document. */
  public static void applyTo(OpenAPI document) {
    Map<String, Schema> schemas = new LinkedHashMap<>(document.getComponents().getSchemas());
    List<Operation> operations = operations(document);
    Set<String> sent =
        operations.stream()
            .map(Operation::getRequestBody)
            .filter(body -> body != null)
            .flatMap(body -> reached(body.getContent(), schemas).stream())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> answered = answered(document);
    Predicate<String> isObject = name -> schemas.get(name).getProperties() != null;
    ClosedRequests requests =
        new ClosedRequests(
            schemas,
            sent.stream().filter(answered::contains).filter(isObject).collect(Collectors.toSet()));
    for (String name : sent) {
      if (requests.both.contains(name)) {
        document.getComponents().addSchema(name + SENT, requests.closed(schemas.get(name)));
        schemas.get(name).setExamples(null); // of what is sent
      } else if (isObject.test(name)) {
        document.getComponents().addSchema(name, requests.closed(schemas.get(name)));
      }
    }
    operations.stream()
        .filter(operation -> operation.getRequestBody() != null)
        .flatMap(it -> it.getRequestBody().getContent().getMediaTypes().values().stream())
        .forEach(requests::point);
  }

  private static List<Operation> operations(OpenAPI document) {
    return document.getPaths().getPathItems().values().stream()
        .flatMap(path -> path.getOperations().values().stream())
        .toList();
  }

  /** The names of all schemas that answers are made of. */
  static Set<String> answered(OpenAPI document) {
    Map<String, Schema> schemas = document.getComponents().getSchemas();
    return operations(document).stream()
        .flatMap(operation -> operation.getResponses().getAPIResponses().values().stream())
        .flatMap(response -> reached(response.getContent(), schemas).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> reached(Content content, Map<String, Schema> schemas) {
    Set<String> found = new TreeSet<>();
    Deque<Object> left = new ArrayDeque<>();
    if (content != null) {
      content.getMediaTypes().values().stream()
          .map(MediaType::getSchema)
          .filter(schema -> schema != null)
          .forEach(left::add);
    }
    while (!left.isEmpty()) {
      Object next = left.poll();
      if (next instanceof Schema schema) {
        String name = named(schema);
        if (name != null && schemas.containsKey(name) && found.add(name)) {
          left.add(schemas.get(name));
        }
        schema.getAll().values().stream().filter(value -> value != null).forEach(left::add);
      } else if (next instanceof Map<?, ?> map) {
        map.values().stream().filter(value -> value != null).forEach(left::add);
      } else if (next instanceof Collection<?> list) {
        list.stream().filter(value -> value != null).forEach(left::add);
      }
    }
    return found;
  }

  private static String named(Schema schema) {
    return schema.getRef() == null ? null : schema.getRef().replace(PREFIX, "");
  }

  private void point(MediaType body) {
    if (body.getSchema() != null) {
      body.setSchema((Schema) sent(body.getSchema()));
    }
  }

  private Schema closed(Schema schema) {
    Schema closed = (Schema) sent(schema);
    closed.setAdditionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false));
    return closed;
  }

  /** The same as it is sent: with references to what is sent. */
  private Object sent(Object part) {
    if (part instanceof Schema schema) {
      Schema copy = OASFactory.createSchema();
      schema.getAll().forEach((name, value) -> copy.set(name, sent(value)));
      if (both.contains(String.valueOf(named(schema)))) {
        copy.setRef(schema.getRef() + SENT);
      } else if (schema.getRef() != null) {
        copy.setRef(schema.getRef());
      }
      return copy;
    }
    if (part instanceof Map<?, ?> map) {
      Map<Object, Object> copy = new LinkedHashMap<>();
      map.forEach((key, value) -> copy.put(key, sent(value)));
      return copy;
    }
    return part instanceof List<?> list ? list.stream().map(this::sent).toList() : part;
  }
}
