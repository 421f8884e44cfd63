package vn.digitaltrust.alliance.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.digitaltrust.vocabulary.VietnamTime;

class ValidityTest {
  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

  @ParameterizedTest(name = "ALL-30 from {0} the last day is {1}")
  @CsvSource({
    "2026-11-24, 2027-11-23", "2026-01-01, 2026-12-31", "2027-02-28, 2028-02-27",
    "2027-03-01, 2028-02-29", "2028-02-28, 2029-02-27", "2028-02-29, 2029-02-28",
    "2028-03-01, 2029-02-28", "2026-12-31, 2027-12-30"
  })
  void lastDay(LocalDate from, LocalDate until) {
    assertEquals(until, Validity.from(from, LONG_AGO).until());
  }

  @Test
  @DisplayName("ALL-30 days are those of Vietnam: they begin at 17:00 UTC of the day before")
  void localDays() {
    Validity validity = Validity.from(LocalDate.parse("2026-11-24"), LONG_AGO);
    assertEquals(Instant.parse("2026-11-23T17:00:00Z"), validity.startsAt());
    assertEquals(Instant.parse("2027-11-23T17:00:00Z"), validity.endsAt());
    assertEquals(
        LocalDate.parse("2026-11-23"),
        VietnamTime.dayOf(Instant.parse("2026-11-23T16:59:59.999999Z")));
    assertEquals(
        LocalDate.parse("2026-11-24"), VietnamTime.dayOf(Instant.parse("2026-11-23T17:00:00Z")));
  }

  @Test
  @DisplayName("ALL-30 it does not begin before it was granted")
  void notBeforeTheGrant() {
    Instant grant = Instant.parse("2026-11-24T03:00:00Z");
    assertEquals(grant, Validity.from(LocalDate.parse("2026-11-24"), grant).startsAt());
    assertEquals(
        Instant.parse("2026-11-24T17:00:00Z"),
        Validity.from(LocalDate.parse("2026-11-25"), grant).startsAt());
  }

  @Property
  @Label("ALL-30 from whatever day, it holds for a year and never for a day less")
  void aWholeYear(@ForAll("days") LocalDate from) {
    Validity validity = Validity.from(from, LONG_AGO);
    long days = ChronoUnit.DAYS.between(from, validity.until()) + 1;
    boolean leapDayInside =
        from.plusDays(365).isBefore(validity.until().plusDays(1)) || days == 366;
    assertTrue(days == 365 || days == 366 && leapDayInside, () -> from + ": " + days);
    assertEquals(VietnamTime.startOf(validity.until().plusDays(1)), validity.endsAt());
  }

  @Property
  @Label("ALL-30 certificates that follow one another leave no gap and no overlap")
  void followOn(@ForAll("days") LocalDate from) {
    Validity first = Validity.from(from, LONG_AGO);
    Validity next = Validity.from(first.until().plusDays(1), LONG_AGO);
    assertEquals(first.endsAt(), next.startsAt());
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.longs()
        .between(0, 366 * 12L)
        .map(days -> LocalDate.parse("2026-01-01").plusDays(days));
  }
}
