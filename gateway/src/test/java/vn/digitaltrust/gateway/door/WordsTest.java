package vn.digitaltrust.gateway.door;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.door.testing.BothLanguages;

class WordsTest {
  @Test
  @DisplayName("GATE-1 both languages say the same things, with the same gaps to fill")
  void complete() {
    BothLanguages.sayTheSame("problems");
  }
}
