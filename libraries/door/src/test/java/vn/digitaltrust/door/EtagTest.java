package vn.digitaltrust.door;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EtagTest {
  @ParameterizedTest
  @ValueSource(strings = {"\"7\"", "\"6\", \"7\"", "W/\"7\", \"7\""})
  @DisplayName("DOOR-2 a change from the current version passes")
  void current(String ifMatch) {
    assertDoesNotThrow(() -> Etag.require(ifMatch, 7));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      quoteCharacter = '\'',
      value = {
        "none, VERSION_REQUIRED, version-required.detail",
        "' ', VERSION_REQUIRED, version-required.detail",
        "*, VERSION_REQUIRED, version-required.any",
        "'\"6\", *', VERSION_REQUIRED, version-required.any",
        "\"6\", STALE_VERSION, stale-version.detail",
        "W/\"7\", STALE_VERSION, stale-version.weak",
        "7, STALE_VERSION, stale-version.unknown",
        "\"7-gzip\", STALE_VERSION, stale-version.unknown",
        "\"\", STALE_VERSION, stale-version.unknown"
      })
  @DisplayName("DOOR-2 any other is refused, and told why")
  void others(String ifMatch, Kind kind, String text) {
    Refusal refusal = assertThrows(Refusal.class, () -> Etag.require(ifMatch, 7));
    assertEquals(kind, refusal.kind());
    assertEquals(text, ((Refusal.Text) refusal.getParameters().get(Refusal.TEXT)).key());
  }
}
