package vn.digitaltrust.alliance.sanctions;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.digitaltrust.alliance.testing.OwnJournal;
import vn.digitaltrust.alliance.testing.Suite;
import vn.digitaltrust.alliance.testing.TestClock;
import vn.digitaltrust.alliance.testing.Told;
import vn.digitaltrust.journal.Entry;
import vn.digitaltrust.journal.testing.Tokens;

/** What becomes of certificates when sanctions tells of measures. */
@QuarkusTest
class SanctionsChangesTest extends Suite {
  private static final Instant NOW = TestClock.MORNING;
  private static final Duration HOUR = Duration.ofHours(1);

  @Inject SanctionsChanges changes;

  private final UUID measure = UUID.randomUUID();
  private UUID kol;

  @BeforeEach
  void aKol() {
    kol = neighbours.subject("KOL", "REGISTERED");
  }

  private void tell(ObjectNode... measures) {
    QuarkusTransaction.requiringNew()
        .run(() -> Stream.of(measures).map(Told::of).forEach(changes::apply));
  }

  private void reload(ObjectNode... measures) {
    QuarkusTransaction.requiringNew().run(() -> changes.reload(Stream.of(measures).map(Told::of)));
  }

  private ObjectNode suspension() {
    return Told.measure(measure, kol, "CERTIFICATE_SUSPENSION", NOW);
  }

  private ObjectNode withdrawal() {
    return Told.measure(measure, kol, "CERTIFICATE_WITHDRAWAL", NOW);
  }

  private static ValidatableResponse read(String path) {
    return read(Tokens.as("platform"), path);
  }

  private static ValidatableResponse read(String token, String path) {
    return as(token).get(path).then().statusCode(200);
  }

  private static List<String> types(String path) {
    return OwnJournal.types(id(path));
  }

  private static UUID id(String path) {
    return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
  }

  @Test
  @DisplayName("ALL-21 a suspension suspends by itself, and its term restores without any job")
  void suspendedAndRestoredByTime() {
    String path = certificate(kol);
    tell(Told.until(suspension(), NOW.plus(HOUR)));
    read(admin(), path)
        .body("status", equalTo("SUSPENDED"))
        .body("suspensions", hasSize(1))
        .body("suspensions[0].measure", equalTo(measure.toString()))
        .body("suspensions[0].startsAt", equalTo("2026-11-24T03:00:00Z"))
        .body("suspensions[0].endsAt", equalTo("2026-11-24T04:00:00Z"));
    clock.set(NOW.plus(HOUR).minusNanos(1_000));
    read(path).body("status", equalTo("SUSPENDED"));
    clock.set(NOW.plus(HOUR));
    read(path).body("status", equalTo("VALID"));
    assertEquals(
        List.of("certificate.granted", "certificate.assessed", "certificate.suspended"),
        types(path));
    assertEquals(1, OwnJournal.last(id(path)).path("suspensions").size());
  }

  @Test
  @DisplayName("ALL-21 a lifting ends the suspension at its instant")
  void lifted() {
    String path = certificate(kol);
    tell(suspension());
    clock.advance(HOUR);
    tell(Told.ended(suspension(), "LIFTED", NOW.plus(HOUR)));
    read(admin(), path)
        .body("status", equalTo("VALID"))
        .body("suspensions[0].endsAt", equalTo("2026-11-24T04:00:00Z"));
    assertEquals("certificate.restored", types(path).get(3));
  }

  @Test
  @DisplayName("ALL-21 a stay restores, its end suspends again")
  void stayed() {
    String path = certificate(kol);
    tell(suspension());
    clock.advance(HOUR);
    Instant stayEnds = NOW.plus(HOUR.multipliedBy(2));
    tell(Told.stayed(suspension(), NOW.plus(HOUR), stayEnds));
    read(admin(), path).body("status", equalTo("VALID")).body("suspensions", hasSize(2));
    clock.set(stayEnds);
    read(path).body("status", equalTo("SUSPENDED"));
  }

  @Test
  @DisplayName("ALL-23 after an annulment there never was a suspension")
  void annulled() {
    String path = certificate(kol);
    tell(suspension());
    tell(Told.ended(suspension(), "ANNULLED", NOW.plus(HOUR)));
    read(path).body("status", equalTo("VALID")).body("suspensions", empty());
    assertEquals("certificate.restored", types(path).get(3));
    assertEquals(0, OwnJournal.last(id(path)).path("suspensions").size());
  }

  @Test
  @DisplayName("ALL-22 a withdrawal ends the certificate; lifting it does not give it back")
  void withdrawn() {
    String path = certificate(kol);
    tell(withdrawal());
    read(path)
        .body("status", equalTo("WITHDRAWN"))
        .body("withdrawnAt", equalTo("2026-11-24T03:00:00Z"));
    tell(Told.ended(withdrawal(), "LIFTED", NOW.plus(HOUR)));
    clock.advance(HOUR);
    read(path).body("status", equalTo("WITHDRAWN"));
    assertEquals("certificate.withdrawn", types(path).get(2));
    assertEquals(3, types(path).size());
  }

  @Test
  @DisplayName("ALL-23 an annulled withdrawal gives the certificate back")
  void withdrawalAnnulled() {
    String path = certificate(kol);
    tell(withdrawal());
    tell(Told.ended(withdrawal(), "ANNULLED", NOW.plus(HOUR)));
    read(path).body("status", equalTo("VALID")).body("withdrawnAt", nullValue());
    assertEquals("certificate.restored", types(path).get(3));
  }

  @Test
  @DisplayName("ALL-35 ALL-39 a withdrawn certificate is not replaced while it could come back")
  void noReplacement() {
    certificate(kol);
    tell(withdrawal());
    grant(kol, "").statusCode(422).body("rule", equalTo("ALL-35"));
    UUID other = neighbours.subject("KOL", "REGISTERED");
    tell(Told.measure(UUID.randomUUID(), other, "CERTIFICATE_WITHDRAWAL", NOW));
    grant(other, "").statusCode(422).body("rule", equalTo("ALL-39"));
  }

  @Test
  @DisplayName("ALL-39 a certificate may begin the instant a withdrawal is over")
  void afterTheWithdrawal() {
    tell(Told.until(withdrawal(), NOW.plus(HOUR)));
    grant(kol, "").statusCode(422).body("rule", equalTo("ALL-39"));
    clock.advance(HOUR);
    grant(kol, "").statusCode(201).body("status", equalTo("VALID"));
  }

  @Test
  @DisplayName("ALL-25 a measure told before the certificate exists suspends it from the outset")
  void measureBeforeCertificate() {
    tell(suspension());
    String path = certificate(kol);
    read(path).body("status", equalTo("SUSPENDED"));
    assertEquals(List.of("certificate.granted", "certificate.assessed"), types(path));
    assertEquals(1, OwnJournal.last(id(path)).path("suspensions").size());
  }

  @Test
  @DisplayName("ALL-21 a suspension that is to come changes nothing before it begins")
  void planned() {
    String path = certificate(kol);
    tell(Told.measure(measure, kol, "CERTIFICATE_SUSPENSION", NOW.plus(HOUR)));
    read(path).body("status", equalTo("VALID")).body("suspensions", hasSize(1));
    assertEquals("certificate.revised", types(path).get(2));
    clock.advance(HOUR);
    read(path).body("status", equalTo("SUSPENDED"));
  }

  @Test
  @DisplayName("ALL-25 the same told twice has its effect once")
  void twice() {
    String path = certificate(kol);
    tell(suspension(), suspension());
    tell(suspension());
    assertEquals(3, types(path).size());
    read(path).body("version", equalTo(1));
  }

  @Test
  @DisplayName("ALL-25 when the effect fails, nothing of it stays")
  void allOrNothing() {
    String path = certificate(kol);
    assertThrows(
        IllegalStateException.class,
        () ->
            QuarkusTransaction.requiringNew()
                .run(
                    () -> {
                      changes.apply(Told.of(suspension()));
                      throw new IllegalStateException("the machine stops");
                    }));
    read(path).body("status", equalTo("VALID")).body("suspensions", empty());
    assertEquals(2, types(path).size());
    tell(suspension());
    read(path).body("status", equalTo("SUSPENDED"));
  }

  @Test
  @DisplayName("ALL-25 a snapshot may be loaded again: what it names holds, the rest does not")
  void reloaded() {
    String path = certificate(kol);
    UUID gone = UUID.randomUUID();
    tell(suspension(), Told.measure(gone, kol, "CERTIFICATE_WITHDRAWAL", NOW));
    read(path).body("status", equalTo("WITHDRAWN"));
    reload(suspension());
    read(path).body("status", equalTo("SUSPENDED")).body("withdrawnAt", nullValue());
    long before = OwnJournal.length();
    reload(suspension());
    assertEquals(before, OwnJournal.length());
    reload();
    read(path).body("status", equalTo("VALID"));
  }

  @Test
  @DisplayName("ALL-26 an unknown kind pauses both rights, and only until it is known")
  void unknownKind() {
    String certificate = certificate(kol);
    String membership = member(kol);
    tell(Told.measure(measure, kol, "PUBLIC_APOLOGY", NOW));
    read(certificate).body("status", equalTo("SUSPENDED"));
    read(membership).body("suspended", equalTo(true));
    tell(Told.measure(measure, kol, "REMINDER", NOW));
    read(certificate).body("status", equalTo("VALID"));
    read(membership).body("suspended", equalTo(false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"startsAt", "subject", "id"})
  @DisplayName("ALL-26 a suspension that cannot be read whole suspends all the same")
  void unreadable(String property) {
    String path = certificate(kol);
    Entry whole = Told.of(suspension());
    ObjectNode broken = suspension().put(property, "?");
    Entry entry =
        new Entry(
            1, whole.hash(), NOW, "x", kol, "measure", measure, 1, whole.audience(), 1, broken);
    QuarkusTransaction.requiringNew().run(() -> changes.apply(entry));
    read(admin(), path)
        .body("status", equalTo("SUSPENDED"))
        .body("suspensions[0].measure", equalTo(measure.toString()))
        .body("suspensions[0].startsAt", equalTo("2026-11-24T03:00:00Z"));
    tell(Told.ended(suspension(), "ANNULLED", NOW));
    read(path).body("status", equalTo("VALID")).body("suspensions", empty());
  }

  @Test
  @DisplayName("measures of other kinds and entries of other aggregates touch nothing")
  void irrelevant() {
    String path = certificate(kol);
    long before = OwnJournal.length();
    tell(
        Told.measure(UUID.randomUUID(), kol, "WARNING", NOW),
        Told.measure(UUID.randomUUID(), kol, "ENGAGEMENT_LIMIT", NOW));
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                changes.apply(
                    Told.entry("statedecision.recorded", "stateDecision", suspension(), NOW)));
    assertEquals(before, OwnJournal.length());
    read(path).body("status", equalTo("VALID"));
  }

  @Test
  @DisplayName("ALL-25 everything that sanctions tells of is known here by its name")
  void aggregates() throws IOException {
    Set<String> told = new TreeSet<>();
    Pattern change = Pattern.compile("(?:Change\\.of|change)\\(\\s*[^,]+,\\s*[^,]+,\\s*\"(\\w+)\"");
    try (Stream<Path> files = Files.walk(Path.of("../sanctions-service/src/main/java"))) {
      for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
        change.matcher(Files.readString(file)).results().forEach(it -> told.add(it.group(1)));
      }
    }
    assertTrue(told.contains("measure"), "the names are found");
    told.remove("measure");
    assertEquals(told, new TreeSet<>(SanctionsChanges.OTHERS));
  }
}
