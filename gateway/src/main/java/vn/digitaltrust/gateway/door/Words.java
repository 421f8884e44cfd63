package vn.digitaltrust.gateway.door;

import io.vertx.ext.web.RoutingContext;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** DOOR-1: the texts of problems in one of the two languages. */
final class Words {
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final ResourceBundle texts;

  private Words(Locale language) {
    texts = ResourceBundle.getBundle("problems", language, NO_FALLBACK);
  }

  /** The texts in the language that the caller likes best; English when it names neither. */
  static Words of(RoutingContext exchange) {
    if (exchange != null) {
      for (var accepted : exchange.acceptableLanguages()) {
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

  String language() {
    return texts.getLocale().toLanguageTag();
  }

  String title(Kind kind) {
    return text(kind.slug() + ".title");
  }

  String detail(Kind kind) {
    return text(kind.slug() + ".detail");
  }

  String detail(Refusal refusal) {
    return text(refusal.key(), refusal.arguments());
  }

  String text(String key, Object... arguments) {
    try {
      return new MessageFormat(texts.getString(key), texts.getLocale()).format(arguments);
    } catch (MissingResourceException missing) {
      return key;
    }
  }
}
