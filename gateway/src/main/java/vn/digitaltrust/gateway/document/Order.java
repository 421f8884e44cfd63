package vn.digitaltrust.gateway.document;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.tags.Tag;

/**
 * DOC-8: the operations in the order of what people do, which the tags tell in {@code
 * x-operations}. Pages show them as the document has them. What no tag names comes last.
 */
final class Order {
  private static final String OPERATIONS = "x-operations";

  private final Map<Object, Integer> places = new LinkedHashMap<>();

  private Order(List<Tag> tags) {
    tags.stream()
        .map(tag -> tag.getExtensions() == null ? null : tag.getExtensions().get(OPERATIONS))
        .filter(List.class::isInstance)
        .flatMap(told -> ((List<?>) told).stream())
        .forEach(operation -> places.put(operation, places.size()));
  }

  /** Puts all operations of a document into the order that its tags tell. */
  static void applyTo(OpenAPI document) {
    Order order = new Order(document.getTags());
    Map<String, PathItem> sorted = new LinkedHashMap<>();
    document.getPaths().getPathItems().entrySet().stream()
        .sorted(Comparator.comparingInt(path -> order.first(path.getValue())))
        .forEach(path -> sorted.put(path.getKey(), order.within(path.getValue())));
    document.getPaths().setPathItems(sorted);
  }

  /** The operations of one path stand together, where the first of them has its place. */
  private int first(PathItem path) {
    return path.getOperations().values().stream().mapToInt(this::place).min().orElseThrow();
  }

  private PathItem within(PathItem path) {
    var operations = List.copyOf(path.getOperations().entrySet());
    operations.forEach(each -> path.setOperation(each.getKey(), null));
    operations.stream()
        .sorted(Comparator.comparingInt(each -> place(each.getValue())))
        .forEach(each -> path.setOperation(each.getKey(), each.getValue()));
    return path;
  }

  private int place(Operation operation) {
    return places.getOrDefault(operation.getOperationId(), places.size());
  }
}
