package vn.digitaltrust.gateway.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.digitaltrust.gateway.door.Refusal;
import vn.digitaltrust.verdict.Values;
import vn.digitaltrust.vocabulary.RegistrationNumber;

class CheckTest {
  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

  private static Check asked(String at) {
    return Check.of(
        new CheckRequest("TIKTOK", "hu.cau", null, null, null, null, null, "2025:79", null, at),
        NOW);
  }

  private static Check named(String platform, String handle, String id, String url, String number) {
    return Check.of(
        new CheckRequest(platform, handle, id, url, number, null, null, null, null, null), NOW);
  }

  @Test
  @DisplayName("GW-8 from now up to one year ahead")
  void times() {
    assertEquals(NOW, asked(null).question().at());
    assertEquals(NOW, asked(NOW.minusSeconds(5).toString()).question().at());
    assertThrows(Refusal.class, () -> asked(NOW.minusSeconds(6).toString()));
    Instant year = NOW.plus(365, ChronoUnit.DAYS);
    assertEquals(year, asked(year.toString()).question().at());
    assertThrows(Refusal.class, () -> asked(year.plusSeconds(1).toString()));
    assertThrows(Refusal.class, () -> asked("2026-11-25"));
  }

  @Test
  @DisplayName("GW-8 exactly one form")
  void forms() {
    assertThrows(Refusal.class, () -> named("TIKTOK", null, null, null, null));
    assertThrows(Refusal.class, () -> named("TIKTOK", "hu.cau", "1", null, null));
    assertThrows(Refusal.class, () -> named(null, "hu.cau", null, null, null));
    assertThrows(
        Refusal.class,
        () -> named(null, null, null, "https://www.tiktok.com/@hu.cau", "KOL-000000019"));
    assertThrows(Refusal.class, () -> named("INSTAGRAM", "hu..cau", null, null, null));
  }

  @Test
  @DisplayName("GW-8 an account is asked about on its own platform, however it is named")
  void platform() {
    Check check = named(null, null, null, "https://www.tiktok.com/@hu.cau", null);
    assertEquals("TIKTOK", check.question().platform());
    assertThrows(
        Refusal.class, () -> named("YOUTUBE", null, null, "https://www.tiktok.com/@hu.cau", null));
  }

  @Test
  @DisplayName("GW-8 a territory is named with its list")
  void territory() {
    assertEquals("2025:79", asked(null).question().territory());
    assertEquals(34, Values.TERRITORIES.size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"KOL-00000001", "KOL-1", "KOL-", "ORG-100000017", "KOL-10000001٣"})
  @DisplayName("GW-8 what is no registration number is refused")
  void notNumbers(String text) {
    assertNull(RegistrationNumber.canonical(text));
  }

  @Test
  @DisplayName("GW-8 exactly one check character fits, and case does not count")
  void oneFits() {
    String digits = "KOL-10000001";
    String fitting = null;
    for (char check : "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".toCharArray()) {
      String canonical = RegistrationNumber.canonical(digits + check);
      if (canonical != null) {
        assertNull(fitting, "two fit");
        fitting = canonical;
      }
    }
    assertEquals(fitting, RegistrationNumber.canonical(" " + fitting.toLowerCase()));
    assertEquals(digits + "1", fitting, "as the registry writes it");
    assertNull(RegistrationNumber.canonical(fitting.replace("KOL-10", "KOL-01")));
  }
}
