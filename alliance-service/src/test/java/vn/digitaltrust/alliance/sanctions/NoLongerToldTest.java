package vn.digitaltrust.alliance.sanctions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.digitaltrust.alliance.testing.OwnJournal;
import vn.digitaltrust.alliance.testing.Suite;
import vn.digitaltrust.alliance.testing.TestClock;
import vn.digitaltrust.alliance.testing.Told;
import vn.digitaltrust.journal.Audience;
import vn.digitaltrust.journal.Entry;
import vn.digitaltrust.journal.testing.Tokens;

/** What becomes of rights when sanctions no longer tells a measure. */
@QuarkusTest
class NoLongerToldTest extends Suite {
  private static final Instant NOW = TestClock.MORNING;
  private static final Instant END = NOW.plus(Duration.ofHours(1));

  @Inject SanctionsChanges changes;

  private UUID kol;

  @BeforeEach
  void aKol() {
    kol = neighbours.subject("KOL", "REGISTERED");
  }

  private void tell(List<Entry> entries) {
    entries.forEach(entry -> QuarkusTransaction.requiringNew().run(() -> changes.apply(entry)));
  }

  private void reload(List<Entry> snapshot) {
    QuarkusTransaction.requiringNew().run(() -> changes.reload(snapshot.stream()));
  }

  /** The rights as they are read. */
  private List<String> rights(String... paths) {
    return Stream.of(paths)
        .map(path -> as(Tokens.as("auditor")).get(path).then().statusCode(200).extract().asString())
        .toList();
  }

  private String status(String path) {
    return as(Tokens.as("platform")).get(path).then().statusCode(200).extract().path("status");
  }

  private ObjectNode ended(ObjectNode measure, String how) {
    return how.equals("EXPIRED") ? measure : Told.ended(measure, how, END);
  }

  /** What sanctions tells last, in public and inside. */
  private static List<Entry> last(ObjectNode ended, String how) {
    return List.of(
        Told.unpublished(ended, Audience.PUBLIC),
        how.equals("ANNULLED") ? Told.unpublished(ended, Audience.INTERNAL) : Told.inside(ended));
  }

  @ParameterizedTest(name = "{0} {1}: {2} {3}")
  @CsvSource({
    "CERTIFICATE_WITHDRAWAL, EXPIRED,  WITHDRAWN, ADMITTED",
    "CERTIFICATE_WITHDRAWAL, LIFTED,   WITHDRAWN, ADMITTED",
    "CERTIFICATE_WITHDRAWAL, ANNULLED, VALID,     ADMITTED",
    "CERTIFICATE_SUSPENSION, EXPIRED,  VALID,     ADMITTED",
    "CERTIFICATE_SUSPENSION, LIFTED,   VALID,     ADMITTED",
    "CERTIFICATE_SUSPENSION, ANNULLED, VALID,     ADMITTED",
    "MEMBERSHIP_EXCLUSION,   EXPIRED,  VALID,     EXCLUDED",
    "MEMBERSHIP_EXCLUSION,   LIFTED,   VALID,     EXCLUDED",
    "MEMBERSHIP_EXCLUSION,   ANNULLED, VALID,     ADMITTED",
    "MEMBERSHIP_SUSPENSION,  EXPIRED,  VALID,     ADMITTED",
  })
  @DisplayName("ALL-60 the end of a measure's publication changes no right, nor does a reload then")
  void rightsStay(String kind, String how, String certified, String member) {
    String certificate = certificate(kol);
    String membership = member(kol);
    ObjectNode measure = Told.until(Told.measure(UUID.randomUUID(), kol, kind, NOW), END);
    tell(List.of(Told.of(measure), Told.inside(measure)));
    reload(List.of(Told.of(measure), Told.inside(measure)));
    clock.set(END);
    List<Entry> last = last(ended(measure, how), how);

    tell(last);

    assertEquals(certified, status(certificate));
    assertEquals(member, status(membership));
    List<String> before = rights(certificate, membership);
    long told = OwnJournal.length();
    reload(last);
    reload(last.subList(1, 2));
    assertEquals(before, rights(certificate, membership));
    assertEquals(told, OwnJournal.length(), "a reload told of no change");
  }

  @Test
  @DisplayName("ALL-60 while the end waits to be told, a reload takes the effect from inside")
  void withheldMeanwhile() {
    String certificate = certificate(kol);
    ObjectNode withdrawal =
        Told.until(Told.measure(UUID.randomUUID(), kol, "CERTIFICATE_WITHDRAWAL", NOW), END);
    tell(List.of(Told.of(withdrawal), Told.inside(withdrawal)));
    clock.set(END);
    List<String> before = rights(certificate);
    reload(List.of(Told.inside(withdrawal)));
    assertEquals(before, rights(certificate));
  }

  @Test
  @DisplayName("ALL-60 of an unknown kind nothing lasts beyond its publication")
  void unknownKind() {
    String certificate = certificate(kol);
    ObjectNode strange = Told.measure(UUID.randomUUID(), kol, "PUBLIC_APOLOGY", NOW);
    tell(List.of(Told.of(strange)));
    assertEquals("SUSPENDED", status(certificate));
    tell(List.of(Told.unpublished(strange, Audience.PUBLIC)));
    assertEquals("VALID", status(certificate));
  }

  @Test
  @DisplayName("ALL-60 what was never told to have an effect is not read as the strictest")
  void neverTold() {
    String certificate = certificate(kol);
    List<Entry> told = new ArrayList<>();
    for (Audience audience : List.of(Audience.PUBLIC, Audience.INTERNAL)) {
      told.add(
          Told.unpublished(
              Told.measure(UUID.randomUUID(), kol, "CERTIFICATE_WITHDRAWAL", NOW), audience));
    }
    tell(told);
    reload(told);
    assertEquals("VALID", status(certificate));
    assertNull(as(Tokens.as("platform")).get(certificate).path("withdrawnAt"));
  }
}
