package vn.digitaltrust.alliance.membership;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.digitaltrust.alliance.registry.SubjectClosed;
import vn.digitaltrust.alliance.registry.SubjectErased;
import vn.digitaltrust.alliance.sanctions.ToldMeasures;
import vn.digitaltrust.alliance.testing.OwnJournal;
import vn.digitaltrust.alliance.testing.Suite;
import vn.digitaltrust.alliance.testing.TestClock;
import vn.digitaltrust.alliance.testing.Told;
import vn.digitaltrust.journal.testing.Postgres;
import vn.digitaltrust.journal.testing.Tokens;

/** Two people for every admission, and nobody accepts a code of conduct for another. */
@QuarkusTest
class FourEyesTest extends Suite {
  private static final String PATH = "/alliance/v1/memberships";
  private static final String SHA = "0123456789abcdef".repeat(4);
  private static final String ONE = Tokens.of("admin-one", "alliance-admin").sign();
  private static final String TWO = Tokens.of("admin-two", "alliance-admin").sign();

  @Inject ErasedMemberships erased;
  @Inject MembershipSettlement settlement;
  @Inject ToldMeasures measures;

  private static String proof(String title, String sha256, String acceptedOn) {
    return ",\"acceptance\":{\"title\":\"%s\",\"sha256\":\"%s\",\"acceptedOn\":\"%s\"}"
        .formatted(title, sha256, acceptedOn);
  }

  private static final String PROOF = proof("Bản cam kết đã ký", SHA, "2026-11-20");

  private static ValidatableResponse enter(String token, UUID subject, String more) {
    return as(token)
        .body("{\"subject\":\"%s\",\"codeOfConduct\":\"1.0\"%s}".formatted(subject, more))
        .post(PATH)
        .then();
  }

  @Test
  @DisplayName("ALL-15 who entered an application does not decide on it, another admin does")
  void whoEnteredDoesNotDecide() {
    UUID kol = neighbours.subject("KOL", "REGISTERED");
    String path = PATH + "/" + enter(ONE, kol, PROOF).statusCode(201).extract().path("id");
    act(TWO, path, "admissions/requests", "{}").statusCode(201);
    act(ONE, path, "admissions/approvals", "{}").statusCode(403);
    act(ONE, path, "admissions/refusals", "{\"reasons\":\"x\"}").statusCode(403);
    as(ONE).get(path).then().body("status", equalTo("APPLIED"));
    act(TWO, path, "admissions/withdrawals", "{}").statusCode(201);
    // To ask is not to decide: so two admins are enough, whoever entered the application.
    act(ONE, path, "admissions/requests", "{}").statusCode(201);
    act(TWO, path, "admissions/approvals", "{}")
        .statusCode(201)
        .body("status", equalTo("ADMITTED"));
  }

  @Test
  @DisplayName("ALL-80, DOOR-19 who asks for an admission neither approves nor refuses it")
  void twoAdmins() {
    UUID kol = neighbours.subject("KOL", "REGISTERED");
    String path = PATH + "/" + enter(kol(kol), kol, "").statusCode(201).extract().path("id");
    act(ONE, path, "admissions/approvals", "{}").statusCode(409);
    act(ONE, path, "admissions/withdrawals", "{}").statusCode(409);
    act(ONE, path, "admissions/requests", "{\"reasons\":\"Đủ hồ sơ\"}")
        .statusCode(201)
        .body("status", equalTo("APPLIED"))
        .body("admission.status", equalTo("REQUESTED"))
        .body("admission.requestedBy", equalTo("admin-one"))
        .body("admission.requestReasons", equalTo("Đủ hồ sơ"));
    act(TWO, path, "admissions/requests", "{}").statusCode(409);
    String sameOne = Tokens.of("admin-one", "alliance-admin", "auditor").claim("azp", "x").sign();
    for (String one : List.of(ONE, sameOne)) {
      act(one, path, "admissions/approvals", "{}").statusCode(422).body("rule", equalTo("DOOR-19"));
      act(one, path, "admissions/refusals", "{\"reasons\":\"x\"}")
          .statusCode(422)
          .body("rule", equalTo("DOOR-19"));
    }
    act(TWO, path, "admissions/withdrawals", "{}").statusCode(422).body("rule", equalTo("DOOR-20"));
    as(kol(kol)).get(path).then().body("admission", nullValue());
    act(sameOne, path, "admissions/withdrawals", "{\"reasons\":\"Nhầm người\"}")
        .statusCode(201)
        .body("status", equalTo("APPLIED"))
        .body("admission.status", equalTo("TAKEN_BACK"));
    act(TWO, path, "admissions/approvals", "{}").statusCode(409);
    act(TWO, path, "admissions/requests", "{}").statusCode(201);
    act(ONE, path, "admissions/approvals", "{}")
        .statusCode(201)
        .body("status", equalTo("ADMITTED"))
        .body("admission.status", equalTo("APPROVED"))
        .body("admission.decidedBy", equalTo("admin-one"));
    as(Tokens.as("auditor"))
        .get(PATH + "?subject=" + kol)
        .then()
        .body("items[0].admission.requestedBy", equalTo("admin-two"));
    assertEquals(
        List.of(
            "membership.applied",
            "membership.admissionRequested",
            "membership.admissionTakenBack",
            "membership.admissionRequested",
            "membership.admitted"),
        OwnJournal.types(UUID.fromString(path.substring(PATH.length() + 1))));
  }

  @Test
  @DisplayName("ALL-15 an admin of an organisation decides nothing about its membership")
  void ownOrganisation() {
    UUID press = neighbours.subject("ORGANISATION", "REGISTERED");
    String editor = Tokens.of("press-" + press, "press").claim("member_id", press).sign();
    String path = PATH + "/" + enter(editor, press, "").statusCode(201).extract().path("id");
    String colleague =
        Tokens.of("admin-of-press", "alliance-admin").claim("member_id", press).sign();
    act(colleague, path, "admissions/requests", "{}").statusCode(403);
    act(ONE, path, "admissions/requests", "{}").statusCode(201);
    act(colleague, path, "admissions/approvals", "{}").statusCode(403);
    act(colleague, path, "admissions/refusals", "{\"reasons\":\"x\"}").statusCode(403);
    act(TWO, path, "admissions/approvals", "{}").statusCode(201);
  }

  @Test
  @DisplayName("ALL-80 refused, an applicant is refused whoever had asked for the admission")
  void refusedByTwo() {
    UUID kol = neighbours.subject("KOL", "REGISTERED");
    String path = PATH + "/" + enter(kol(kol), kol, "").statusCode(201).extract().path("id");
    act(ONE, path, "admissions/requests", "{}").statusCode(201);
    act(TWO, path, "admissions/refusals", "{\"reasons\":\"Chưa đủ\"}")
        .statusCode(201)
        .body("status", equalTo("REFUSED"))
        .body("admission.status", equalTo("REFUSED"));
    act(ONE, path, "admissions/requests", "{}").statusCode(409);
  }

  @Test
  @DisplayName("ALL-80 the database makes nobody a member by one person")
  void guards() throws SQLException {
    UUID kol = neighbours.subject("KOL", "REGISTERED");
    String path = PATH + "/" + enter(kol(kol), kol, "").statusCode(201).extract().path("id");
    String id = path.substring(PATH.length() + 1);
    String admitted =
        "update membership set status = 'ADMITTED', decided_by = 'admin-two', admitted_at = now()"
            + " where id = '"
            + id
            + "'";
    refused(admitted);
    refused(
        "insert into admission (id, version, membership, request_status, requested_by,"
            + " requested_at, decided_by, decided_at) values (gen_random_uuid(), 0, '"
            + id
            + "', 'APPROVED', 'admin-one', now(), 'admin-two', now())");
    refused(
        "insert into membership (id, version, subject, kind, code_of_conduct, applied_at,"
            + " applied_by, status, decided_by, admitted_at) values (gen_random_uuid(), 0,"
            + " gen_random_uuid(), 'KOL', '1.0', now(), 'a', 'ADMITTED', 'admin-two', now())");
    act(ONE, path, "admissions/requests", "{}").statusCode(201);
    refused(admitted);
    refused("update membership set status = 'WITHDRAWN' where id = '" + id + "'");
    refused(
        "update admission set request_status = 'APPROVED', decided_by = 'admin-one',"
            + " decided_at = now() where membership = '"
            + id
            + "'");
    refused(
        "update admission set request_status = 'TAKEN_BACK', decided_by = 'admin-two',"
            + " decided_at = now() where membership = '"
            + id
            + "'");
    act(ONE, path, "admissions/withdrawals", "{}").statusCode(201);
    refused(
        "update admission set request_status = 'APPROVED', decided_by = 'admin-two',"
            + " decided_at = now() where membership = '"
            + id
            + "'");
    refused("delete from admission");
  }

  @Test
  @DisplayName("ALL-92 a request for an admission ends with its application, however that ends")
  void lapsed() {
    String left = asked();
    act(kol(subject(left)), left, "departures", "{}").statusCode(201);
    lapsed(left, "REFUSED", "kol-" + subject(left));

    String entered = asked();
    act(ONE, entered, "departures", "{}").statusCode(201);
    lapsed(entered, "TAKEN_BACK", "admin-one");

    String closed = asked();
    QuarkusTransaction.requiringNew()
        .run(() -> settlement.closed(new SubjectClosed(subject(closed), TestClock.MORNING)));
    lapsed(closed, "REFUSED", "service:alliance-service");

    String erasedOne = asked();
    QuarkusTransaction.requiringNew()
        .run(() -> erased.erase(new SubjectErased(subject(erasedOne), TestClock.MORNING)));
    lapsed(erasedOne, "REFUSED", "service:alliance-service");
  }

  @Test
  @DisplayName("ALL-92, ALL-18 so does one whose application gives way to the membership of before")
  void lapsedByReopening() {
    UUID kol = neighbours.subject("KOL", "REGISTERED");
    member(kol);
    var exclusion = Told.measure(UUID.randomUUID(), kol, "MEMBERSHIP_EXCLUSION", TestClock.MORNING);
    measures.tell(exclusion);
    String path = PATH + "/" + enter(kol(kol), kol, "").statusCode(201).extract().path("id");
    act(ONE, path, "admissions/requests", "{}").statusCode(201);
    measures.tell(Told.ended(exclusion, "ANNULLED", TestClock.MORNING));
    lapsed(path, "REFUSED", "service:alliance-service");
  }

  private String asked() {
    UUID kol = neighbours.subject("KOL", "REGISTERED");
    String path = PATH + "/" + enter(kol(kol), kol, "").statusCode(201).extract().path("id");
    act(ONE, path, "admissions/requests", "{}").statusCode(201);
    return path;
  }

  private static UUID subject(String path) {
    return UUID.fromString(as(admin()).get(path).path("subject"));
  }

  private static void lapsed(String path, String how, String by) {
    as(admin())
        .get(path)
        .then()
        .body("status", not(equalTo("APPLIED")))
        .body("admission.status", equalTo(how))
        .body("admission.decidedBy", equalTo(by));
  }

  private static void refused(String sql) throws SQLException {
    try (Connection connection = Postgres.app("alliance");
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      assertThrows(
          SQLException.class,
          () -> {
            statement.execute(sql);
            statement.execute("set constraints all immediate");
          },
          sql);
      connection.rollback();
    }
  }

  @Test
  @DisplayName("ALL-17 an admin enters an application only with the subject's own acceptance")
  void noAcceptanceForAnother() {
    UUID kol = neighbours.subject("KOL", "REGISTERED");
    long before = OwnJournal.length();
    enter(ONE, kol, "").statusCode(422).body("rule", equalTo("ALL-17"));
    assertEquals(before, OwnJournal.length());
    enter(kol(kol), kol, PROOF).statusCode(400).body("violations[0].field", equalTo("acceptance"));
    assertEquals(before, OwnJournal.length());
    enter(kol(kol), kol, "").statusCode(201).body("acceptance", nullValue());
  }

  @Test
  @DisplayName("ALL-17 an admin who applies for themselves needs no proof, and ALL-15 holds")
  void adminForOneself() {
    UUID kol = neighbours.subject("KOL", "REGISTERED");
    String both = Tokens.of("both", "alliance-admin", "kol").claim("subject_id", kol).sign();
    String path = PATH + "/" + enter(both, kol, "").statusCode(201).extract().path("id");
    act(both, path, "admissions/requests", "{}").statusCode(403);
    act(TWO, path, "admissions/requests", "{}").statusCode(201);
    act(both, path, "admissions/approvals", "{}").statusCode(403);
    act(ONE, path, "admissions/approvals", "{}").statusCode(201);
  }

  @Test
  @DisplayName("ALL-16, ALL-17 the proof is told to the subject, the alliance and auditors alone")
  void whoSeesTheProof() {
    UUID kol = neighbours.subject("KOL", "REGISTERED");
    String path =
        PATH
            + "/"
            + enter(ONE, kol, PROOF)
                .statusCode(201)
                .body("acceptance.title", equalTo("Bản cam kết đã ký"))
                .body("acceptance.sha256", equalTo(SHA))
                .body("acceptance.acceptedOn", equalTo("2026-11-20"))
                .extract()
                .path("id");
    UUID id = UUID.fromString(path.substring(PATH.length() + 1));
    assertEquals(SHA, OwnJournal.of(id).get(0).state().path("acceptance").path("sha256").asText());
    as(Tokens.as("service")).get(path).then().statusCode(404);
    as(Tokens.as("service")).get(PATH + "?subject=" + kol).then().body("items", empty());
    act(ONE, path, "admissions/requests", "{\"reasons\":\"Kín\"}").statusCode(201);
    act(TWO, path, "admissions/approvals", "{\"reasons\":\"Kín nữa\"}").statusCode(201);
    as(kol(kol)).get(path).then().body("acceptance.sha256", equalTo(SHA));
    for (String other : List.of("platform", "service")) {
      as(Tokens.as(other))
          .get(path)
          .then()
          .body("acceptance", nullValue())
          .body("reasons", nullValue())
          .body("admission", nullValue());
    }
    QuarkusTransaction.requiringNew()
        .run(() -> erased.erase(new SubjectErased(kol, TestClock.MORNING)));
    as(ONE)
        .get(path)
        .then()
        .body("status", equalTo("ERASED"))
        .body("acceptance", nullValue())
        .body("admission.requestReasons", nullValue())
        .body("admission.decisionReasons", nullValue());
  }

  @ParameterizedTest(name = "ALL-17 accepted on {0}: {1}")
  @CsvSource({
    "2025-12-31, 422",
    "2026-01-01, 201",
    "2026-11-24, 201",
    "2026-11-25, 422",
    "9999-12-31, 422",
    "10000-01-01, 400",
    "+10000-01-01, 400",
    "-0001-01-01, 400",
    "2026-02-30, 400",
    "2026-11-24T00:00:00Z, 400",
    "'', 400"
  })
  void acceptedOn(String day, int status) {
    enter(ONE, neighbours.subject("KOL", "REGISTERED"), proof("x", SHA, day)).statusCode(status);
  }

  @ParameterizedTest(name = "a proof without a document is none: {0} {1}")
  @CsvSource({"' ', 0123", "x, ''", "x, 0123", "x, ABCDEF", "'', x"})
  void documents(String title, String start) {
    String sha = start.isEmpty() ? "" : (start + SHA).substring(0, 64 - start.length() % 2);
    String wrong = title.isBlank() ? SHA : sha.toUpperCase(java.util.Locale.ROOT) + "g";
    enter(ONE, neighbours.subject("KOL", "REGISTERED"), proof(title, wrong, "2026-11-20"))
        .statusCode(400);
  }
}
