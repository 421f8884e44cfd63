package vn.digitaltrust.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.digitaltrust.door.testing.BothLanguages;

class WordsTest {
  @Test
  @DisplayName("DOOR-1 both languages say the same things, with the same gaps to fill")
  void complete() {
    BothLanguages.sayTheSame("door");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "vi"})
  @DisplayName("DOOR-1 every kind has a title and a text in both languages")
  void everyKind(String language) {
    var texts = BothLanguages.texts("door", Locale.forLanguageTag(language));
    for (Kind kind : Kind.values()) {
      assertFalse(texts.getString(kind.slug() + ".title").isBlank());
      assertFalse(texts.getString(kind.slug() + ".detail").isBlank());
    }
  }

  @Test
  @DisplayName("DOOR-1 a process's own text is told before the library's")
  void ownFirst() {
    Words words = Words.of(null);
    assertEquals("of this process 7", words.text("limit.range", 7));
    assertEquals("Stale version", words.title(Kind.STALE_VERSION));
    assertEquals("no.such.text", words.text("no.such.text"));
  }
}
