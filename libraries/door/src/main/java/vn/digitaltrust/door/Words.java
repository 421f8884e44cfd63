package vn.digitaltrust.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.vertx.ext.web.RoutingContext;
import java.text.MessageFormat;
import java.util.Collection;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/**
 * DOOR-1: the texts of problems in one of the two languages. They stand in two bundles: {@code
 * problems} of the process is looked at first, then {@code door} of this library.
 */
public final class Words {
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Locale language;

  private Words(Locale language) {
    this.language = language;
  }

  /**
   * The texts in the language that the caller likes best; English when it names neither.
   *
   * @param exchange the exchange that is answered, or null outside one
   */
  public static Words of(RoutingContext exchange) {
    if (exchange != null) {
      for (var accepted : exchange.acceptableLanguages()) {
        if (accepted.weight() <= 0) {
          break; // the others are wanted even less: they come in the order of their weights
        }
        if ("vi".equalsIgnoreCase(accepted.tag())) {
          return new Words(Locale.forLanguageTag("vi"));
        }
        if ("en".equalsIgnoreCase(accepted.tag())) {
          break;
        }
      }
    }
    return new Words(Locale.ENGLISH);
  }

  /** The language as a tag, for the header {@code Content-Language}. */
  public String language() {
    return language.toLanguageTag();
  }

  /** The title of a kind of problem. */
  public String title(Kind kind) {
    return text(kind.slug() + ".title");
  }

  /** The general text of a kind of problem. */
  public String detail(Kind kind) {
    return text(kind.slug() + ".detail");
  }

  /** A text by its key, filled in; the key itself when neither bundle has it. */
  public String text(String key, Object... arguments) {
    ResourceBundle texts = own();
    if (!texts.containsKey(key)) {
      texts = bundle("door", Words.class.getClassLoader());
    }
    return texts.containsKey(key)
        ? new MessageFormat(texts.getString(key), language).format(arguments)
        : key;
  }

  /** What is wrong with JSON that could not be read as what it should be. */
  public Unreadable unreadable(JsonProcessingException wrong) {
    if (wrong instanceof UnrecognizedPropertyException unknown) {
      return new Unreadable(
          Kind.UNKNOWN_PROPERTY, unknown(path(unknown), known(unknown.getKnownPropertyIds())));
    }
    if (wrong instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      return new Unreadable(Kind.MALFORMED_REQUEST, text("malformed-request.at", path(mapping)));
    }
    return new Unreadable(Kind.MALFORMED_REQUEST, detail(Kind.MALFORMED_REQUEST));
  }

  /** A kind of problem and its text. */
  public record Unreadable(Kind kind, String detail) {}

  /** The bundle of the process, which lies where its classes do and not where this library is. */
  private ResourceBundle own() {
    return bundle("problems", Thread.currentThread().getContextClassLoader());
  }

  private ResourceBundle bundle(String name, ClassLoader loader) {
    return ResourceBundle.getBundle(name, language, loader, NO_FALLBACK);
  }

  private static String path(JsonMappingException mapping) {
    return mapping.getPath().stream()
        .map(
            step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
        .collect(Collectors.joining("."))
        .replace(".[", "[");
  }

  private String unknown(String name, String known) {
    return known.isEmpty()
        ? text("unknown-property.none", name)
        : text("unknown-property.detail", name, known);
  }

  private static String known(Collection<?> properties) {
    return properties == null
        ? ""
        : properties.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
  }
}
