package vn.digitaltrust.alliance.registry;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.digitaltrust.alliance.sanctions.ToldMeasures;
import vn.digitaltrust.alliance.testing.OwnJournal;
import vn.digitaltrust.alliance.testing.Suite;
import vn.digitaltrust.alliance.testing.TestClock;
import vn.digitaltrust.alliance.testing.Told;
import vn.digitaltrust.journal.Entry;
import vn.digitaltrust.journal.testing.Tokens;

/** What becomes of certificates and memberships when the registry tells of subjects. */
@QuarkusTest
class RegistryChangesTest extends Suite {
  private static final Instant NOW = TestClock.MORNING;

  @Inject RegistryChanges changes;
  @Inject EndingsInSteps steps;
  @Inject Persons persons;
  @Inject ToldMeasures measures;

  private void tell(Entry... entries) {
    QuarkusTransaction.requiringNew().run(() -> Stream.of(entries).forEach(changes::apply));
  }

  private void reload(Entry... entries) {
    QuarkusTransaction.requiringNew().run(() -> changes.reload(Stream.of(entries)));
  }

  private static Entry merged(UUID subject, UUID into) {
    return Told.subject(subject, "MERGED", into, NOW);
  }

  private static Entry is(UUID subject, String status) {
    return Told.subject(subject, status, null, NOW);
  }

  private Set<UUID> sameAs(UUID subject) {
    return QuarkusTransaction.requiringNew().call(() -> persons.sameAs(subject));
  }

  private static ValidatableResponse read(String path) {
    return as(Tokens.as("platform")).get(path).then().statusCode(200);
  }

  private static UUID id(String path) {
    return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
  }

  @Test
  @DisplayName("ALL-51 merges are followed over several steps and undone by an unmerge")
  void mergesAndUnmerges() {
    UUID a = UUID.randomUUID();
    UUID b = UUID.randomUUID();
    UUID c = UUID.randomUUID();
    tell(merged(a, b), merged(b, c));
    for (UUID one : List.of(a, b, c)) {
      assertEquals(Set.of(a, b, c), sameAs(one));
    }
    tell(is(b, "REGISTERED"));
    assertEquals(Set.of(a, b), sameAs(a));
    assertEquals(Set.of(c), sameAs(c));
    tell(merged(a, c));
    assertEquals(Set.of(b), sameAs(b));
    assertEquals(Set.of(a, c), sameAs(c));
  }

  @Test
  @DisplayName("ALL-51 a circle of merges, should one be told, does not hang")
  void circle() {
    UUID a = UUID.randomUUID();
    UUID b = UUID.randomUUID();
    tell(merged(a, b), merged(b, a));
    assertEquals(Set.of(a, b), sameAs(a));
  }

  @Test
  @DisplayName("ALL-61 what is told to a party names all ids that are the same person")
  void parties() {
    UUID kol = neighbours.subject("KOL", "REGISTERED");
    UUID former = UUID.randomUUID();
    tell(merged(former, kol));
    String path = certificate(kol);
    assertEquals(Set.of(former, kol), OwnJournal.parties(id(path), "certificate.assessed"));
    String membership = member(kol);
    assertEquals(Set.of(former, kol), OwnJournal.parties(id(membership), "membership.applied"));
  }

  @Test
  @DisplayName("ALL-24 a measure on a merged subject suspends the certificate of whom it became")
  void measureFollowsThePerson() {
    UUID kol = neighbours.subject("KOL", "REGISTERED");
    UUID former = UUID.randomUUID();
    String path = certificate(kol);
    measures.tell(Told.measure(UUID.randomUUID(), former, "CERTIFICATE_SUSPENSION", NOW));
    read(path).body("status", equalTo("VALID"));
    tell(merged(former, kol));
    read(path).body("status", equalTo("SUSPENDED"));
    tell(is(former, "RECORDED"));
    read(path).body("status", equalTo("VALID")).body("suspensions", empty());
    assertEquals(
        List.of(
            "certificate.granted",
            "certificate.assessed",
            "certificate.suspended",
            "certificate.restored"),
        OwnJournal.types(id(path)));
  }

  @Test
  @DisplayName("ALL-24 a measure told after the merge counts for both ids, whichever it names")
  void measureAfterTheMerge() {
    UUID former = neighbours.subject("KOL", "REGISTERED");
    UUID kol = neighbours.subject("KOL", "REGISTERED");
    String old = certificate(former);
    tell(merged(former, kol));
    measures.tell(Told.measure(UUID.randomUUID(), kol, "CERTIFICATE_SUSPENSION", NOW));
    read(old).body("status", equalTo("SUSPENDED"));
    as(Tokens.as("platform"))
        .get("/alliance/v1/certificates?subject=" + kol)
        .then()
        .body("items", hasSize(1));
    grant(kol, "").statusCode(422).body("rule", equalTo("ALL-35"));
  }

  @Test
  @DisplayName("ALL-11 who is a member under one id does not apply under another")
  void onePersonOneMembership() {
    UUID former = neighbours.subject("KOL", "REGISTERED");
    UUID kol = neighbours.subject("KOL", "REGISTERED");
    member(former);
    tell(merged(former, kol));
    apply(kol(kol), kol).statusCode(409);
    as(kol(kol))
        .get("/alliance/v1/memberships?subject=" + kol)
        .then()
        .body("items", hasSize(1))
        .body("items[0].subject", equalTo(former.toString()));
  }

  @Test
  @DisplayName("ALL-53 deregistration ends membership and certificate at its instant")
  void deregistered() {
    UUID kol = neighbours.subject("KOL", "REGISTERED");
    String membership = member(kol);
    String certificate = certificate(kol);
    Instant at = NOW.plus(Duration.ofMinutes(5));
    clock.set(at.plusSeconds(1));
    tell(Told.subject(kol, "DEREGISTERED", null, at));
    read(membership).body("status", equalTo("LEFT")).body("leftAt", equalTo(at.toString()));
    read(certificate).body("status", equalTo("ENDED")).body("endsAt", equalTo(at.toString()));
    long before = OwnJournal.length();
    tell(Told.subject(kol, "DEREGISTERED", null, at));
    assertEquals(before, OwnJournal.length());
    grant(kol, "").statusCode(422).body("rule", equalTo("ALL-55"));
  }

  @Test
  @DisplayName(
      "ALL-53 deregistration takes an application back, and a certificate to come never was")
  void deregisteredEarly() {
    UUID kol = neighbours.subject("KOL", "REGISTERED");
    String waiting = apply(kol(kol), kol).extract().path("id");
    String upcoming = grant(kol, ",\"from\":\"2026-12-24\"").statusCode(201).extract().path("id");
    tell(is(kol, "DEREGISTERED"));
    as(kol(kol))
        .get("/alliance/v1/memberships/" + waiting)
        .then()
        .body("status", equalTo("WITHDRAWN"));
    read("/alliance/v1/certificates/" + upcoming)
        .body("startsAt", equalTo("2026-12-23T17:00:00Z"))
        .body("endsAt", equalTo("2026-12-23T17:00:00Z"));
    tell(is(kol, "REGISTERED"));
    grant(kol, ",\"from\":\"2026-12-24\"").statusCode(201);
  }

  @Test
  @DisplayName("ALL-52 erasure removes texts and scores in tables and journal, and ends the rights")
  void erased() {
    UUID kol = neighbours.subject("KOL", "REGISTERED");
    String membership = member(kol);
    String certificate = certificate(kol);
    tell(is(kol, "ERASED"));
    as(admin())
        .get(membership)
        .then()
        .body("status", equalTo("ERASED"))
        .body("reasons", nullValue())
        .body("leftAt", equalTo("2026-11-24T03:00:00Z"));
    as(admin())
        .get(certificate)
        .then()
        .body("status", equalTo("ENDED"))
        .body("scores", nullValue())
        .body("total", nullValue());
    for (String path : List.of(membership, certificate)) {
      List<OwnJournal.Line> lines = OwnJournal.of(id(path));
      OwnJournal.Line last = lines.get(lines.size() - 1);
      assertTrue(last.type().endsWith(".erased"), last.type());
      lines.subList(0, lines.size() - 1).forEach(line -> assertNull(line.state(), line.type()));
    }
    assertEquals("ERASED", OwnJournal.last(id(membership)).path("status").asText());
    assertTrue(OwnJournal.last(id(certificate)).path("erased").asBoolean());
    long before = OwnJournal.length();
    tell(is(kol, "ERASED"));
    reload(is(kol, "ERASED"));
    steps.endAllDue();
    assertEquals(before, OwnJournal.length());
    measures.tell(Told.measure(UUID.randomUUID(), kol, "MEMBERSHIP_EXCLUSION", NOW));
    as(admin()).get(membership).then().body("status", equalTo("ERASED"));
  }

  @Test
  @DisplayName("ALL-52 what was merged into an erased subject goes with it, its target does not")
  void erasedFamily() {
    UUID former = neighbours.subject("KOL", "REGISTERED");
    UUID kol = neighbours.subject("KOL", "REGISTERED");
    UUID later = neighbours.subject("KOL", "REGISTERED");
    String oldest = certificate(former);
    String middle = certificate(kol);
    String newest = certificate(later);
    tell(merged(former, kol), merged(kol, later), is(kol, "ERASED"));
    as(admin()).get(oldest).then().body("scores", nullValue());
    as(admin()).get(middle).then().body("scores", nullValue());
    as(admin()).get(newest).then().body("scores.ethics", equalTo(91));
  }

  @Test
  @DisplayName("ALL-54 a snapshot may be loaded again: merges that it does not name are undone")
  void reloaded() {
    UUID a = UUID.randomUUID();
    UUID b = UUID.randomUUID();
    UUID c = UUID.randomUUID();
    tell(merged(a, c), merged(b, c));
    reload(merged(a, c), is(c, "REGISTERED"));
    assertEquals(Set.of(a, c), sameAs(c));
    reload(merged(a, c));
    assertEquals(Set.of(a, c), sameAs(c));
    reload();
    assertEquals(Set.of(c), sameAs(c));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"RECORDED", "SUBMITTED", "VERIFIED", "REGISTERED", "INACTIVE", "QUARANTINED"})
  @DisplayName("other statuses, unknown ones included, leave rights as they are")
  void otherStatuses(String status) {
    UUID kol = neighbours.subject("KOL", "REGISTERED");
    String path = certificate(kol);
    long before = OwnJournal.length();
    tell(is(kol, status));
    read(path).body("status", equalTo("VALID"));
    assertEquals(before, OwnJournal.length());
  }

  @Test
  @DisplayName("a merge into nobody is passed over, and accounts are nothing to us")
  void oddities() {
    UUID kol = UUID.randomUUID();
    tell(
        Told.subject(kol, "MERGED", null, NOW),
        Told.entry(
            "account.opened",
            "account",
            Told.json("{\"id\":\"%s\",\"status\":\"MERGED\"}".formatted(kol)),
            NOW));
    assertEquals(Set.of(kol), sameAs(kol));
  }
}
