package vn.digitaltrust.door.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Holds the two languages of a bundle of texts to one another. */
public final class BothLanguages {
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private BothLanguages() {}

  /** Fails unless both languages have the same texts, with the same gaps to fill. */
  public static void sayTheSame(String bundle) {
    ResourceBundle english = texts(bundle, Locale.ENGLISH);
    ResourceBundle vietnamese = texts(bundle, Locale.forLanguageTag("vi"));
    assertEquals(english.keySet(), vietnamese.keySet());
    for (String key : english.keySet()) {
      assertEquals(gaps(english, key), gaps(vietnamese, key), key);
    }
  }

  /** The texts of one language and no other. */
  public static ResourceBundle texts(String bundle, Locale language) {
    ClassLoader process = Thread.currentThread().getContextClassLoader();
    return ResourceBundle.getBundle(bundle, language, process, NO_FALLBACK);
  }

  private static int gaps(ResourceBundle texts, String key) {
    return new MessageFormat(texts.getString(key)).getFormatsByArgumentIndex().length;
  }
}
