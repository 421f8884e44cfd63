package vn.digitaltrust.gateway.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WordsTest {
  private static final ResourceBundle ENGLISH =
      ResourceBundle.getBundle("problems", Locale.ENGLISH);
  private static final ResourceBundle VIETNAMESE =
      ResourceBundle.getBundle("problems", Locale.forLanguageTag("vi"));

  @Test
  @DisplayName("DOOR-1 Both languages say the same things, with the same gaps to fill")
  void complete() {
    assertEquals(ENGLISH.keySet(), VIETNAMESE.keySet());
    for (String key : ENGLISH.keySet()) {
      assertEquals(
          new MessageFormat(ENGLISH.getString(key)).getFormatsByArgumentIndex().length,
          new MessageFormat(VIETNAMESE.getString(key)).getFormatsByArgumentIndex().length,
          key);
    }
  }

  @Test
  @DisplayName("DOOR-1 Every kind has a title and a text in both languages")
  void everyKind() {
    for (Kind kind : Kind.values()) {
      for (ResourceBundle texts : new ResourceBundle[] {ENGLISH, VIETNAMESE}) {
        assertFalse(texts.getString(kind.slug() + ".title").isBlank());
        assertFalse(texts.getString(kind.slug() + ".detail").isBlank());
      }
    }
  }
}
