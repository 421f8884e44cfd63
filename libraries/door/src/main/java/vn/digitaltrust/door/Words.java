package vn.digitaltrust.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import java.text.MessageFormat;
import java.util.Collection;
import java.util.List;
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

  /** How the parser says that a property is given twice. */
  private static final String DOUBLED = "Duplicate field '";

  private static final List<String> UNITS = List.of("byte", "KiB", "MiB", "GiB");

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

  /** The texts of a language, {@code vi} or {@code en}. */
  public static Words in(String tag) {
    return new Words(Locale.forLanguageTag(tag));
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

  /** So many bytes in the largest unit that they fill, such as {@code 256 MiB}; alike in both. */
  public static String size(long bytes) {
    long count = bytes;
    int unit = 0;
    while (unit < UNITS.size() - 1 && count >= 1024 && count % 1024 == 0) {
      count /= 1024;
      unit++;
    }
    return count + " " + UNITS.get(unit);
  }

  /** What is wrong with JSON that could not be read as what it should be. */
  public Unreadable unreadable(JsonProcessingException wrong) {
    String path = wrong instanceof JsonMappingException mapping ? path(mapping) : "";
    if (wrong instanceof ProvinceReader.NoProvince none) {
      String detail = text(none.why().key(), none.why().arguments());
      return new Unreadable(
          Kind.INVALID_VALUE, detail, List.of(new Refusal.Violation(path, detail)));
    }
    if (wrong instanceof UnrecognizedPropertyException unknown) {
      return new Unreadable(
          Kind.UNKNOWN_PROPERTY, unknown(path, known(unknown.getKnownPropertyIds())), null);
    }
    String doubled = doubled(wrong);
    if (doubled != null) {
      String name = path.isEmpty() ? doubled : path + "." + doubled;
      return new Unreadable(Kind.MALFORMED_REQUEST, text("malformed-request.doubled", name), null);
    }
    if (!path.isEmpty()) {
      return new Unreadable(Kind.MALFORMED_REQUEST, text("malformed-request.at", path), null);
    }
    String key =
        wrong instanceof MismatchedInputException
            ? "malformed-request.object"
            : "malformed-request.detail";
    return new Unreadable(Kind.MALFORMED_REQUEST, text(key), null);
  }

  /**
   * A kind of problem and its text.
   *
   * @param violations the field that is wrong, or null where the text alone says it
   */
  public record Unreadable(Kind kind, String detail, List<Refusal.Violation> violations) {}

  /**
   * What was thrown because JSON could not be read, which the framework may have wrapped; or null.
   */
  public static JsonProcessingException unread(Throwable thrown) {
    if (thrown instanceof WebApplicationException wrapped) {
      thrown = wrapped.getCause();
    }
    return thrown instanceof JsonProcessingException json ? json : null;
  }

  /** The name of the property that is given twice, when that is what the parser says; or null. */
  private static String doubled(Throwable wrong) {
    while (wrong != null && !(wrong instanceof StreamReadException)) {
      wrong = wrong.getCause();
    }
    String said = wrong instanceof JsonProcessingException json ? json.getOriginalMessage() : "";
    return said.startsWith(DOUBLED) && said.endsWith("'")
        ? said.substring(DOUBLED.length(), said.length() - 1)
        : null;
  }

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
