package vn.digitaltrust.door;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.metadata.ConstraintDescriptor;
import java.util.Map;

/**
 * DOOR-28: a broken constraint in the caller's language. The validator knows no Vietnamese, so its
 * constraints have their words in the bundles of {@link Words}, as {@code constraint.} and a name.
 */
final class BrokenConstraints {
  private BrokenConstraints() {}

  /** One broken constraint as it is told: the path of the field in the body, and what is wrong. */
  static Refusal.Violation told(ConstraintViolation<?> broken, Words words) {
    return new Refusal.Violation(field(broken.getPropertyPath()), message(broken, words));
  }

  /**
   * The path as callers know it, such as {@code accounts[1].handle}: they know the body's fields,
   * and neither our methods nor how their parameters are called. An element of a set has no place.
   */
  static String field(Path path) {
    StringBuilder field = new StringBuilder();
    String parameter = "";
    for (Path.Node node : path) {
      if (node.isInIterable() && node.getIndex() != null) {
        field.append('[').append(node.getIndex()).append(']');
      }
      if (node.getKind() == ElementKind.PARAMETER) {
        parameter = node.getName();
      } else if (node.getKind() == ElementKind.PROPERTY) {
        field.append(field.isEmpty() ? "" : ".").append(node.getName());
      }
    }
    return field.isEmpty() ? parameter : field.toString();
  }

  private static String message(ConstraintViolation<?> broken, Words words) {
    ConstraintDescriptor<?> constraint = broken.getConstraintDescriptor();
    Map<String, Object> has = constraint.getAttributes();
    String name = constraint.getAnnotation().annotationType().getSimpleName();
    Object value = broken.getInvalidValue();
    return switch (name) {
      case "NotNull" -> words.text("constraint.missing");
      case "NotBlank" -> words.text(value == null ? "constraint.missing" : "constraint.blank");
      case "NotEmpty" -> words.text(value == null ? "constraint.missing" : "constraint.empty");
      case "Size" -> size(value instanceof CharSequence ? "text" : "list", has, words);
      case "Min" -> words.text("constraint.min", has.get("value"));
      case "Max" -> words.text("constraint.max", has.get("value"));
      case "Pattern" -> words.text("constraint.pattern", has.get("regexp"));
      default -> broken.getMessage(); // a test holds that no other constraint is used
    };
  }

  private static String size(String of, Map<String, Object> has, Words words) {
    int least = (int) has.get("min");
    return least == 0
        ? words.text("constraint.most." + of, has.get("max"))
        : words.text("constraint.size." + of, least, has.get("max"));
  }
}
