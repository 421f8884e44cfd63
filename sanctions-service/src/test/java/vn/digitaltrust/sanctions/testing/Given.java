package vn.digitaltrust.sanctions.testing;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Cases brought to where a test begins, through the public API. */
public final class Given {
  private Given() {}

  /** A case of own initiative, opened by the officer. */
  public static String opened(UUID subject) {
    return Api.OFFICER
        .create("cases", Api.aCase(subject))
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** A case whose subject was notified. */
  public static String notified(UUID subject) {
    String id = opened(subject);
    Api.OFFICER.act("cases/" + id, "notices", Api.notice()).then().statusCode(201);
    return id;
  }

  /** A case whose subject declared a response final. */
  public static String responded(UUID subject) {
    String id = notified(subject);
    Api.kol(subject)
        .act("cases/" + id, "responses", Map.of("text", "I corrected it", "final", true))
        .then()
        .statusCode(201);
    return id;
  }

  /** A case with a proposal of these measures. */
  public static String proposed(UUID subject, List<?> measures) {
    String id = responded(subject);
    Api.OFFICER
        .act("cases/" + id, "proposals", Map.of("reasons", "Proven", "measures", measures))
        .then()
        .statusCode(201);
    return id;
  }

  /** A case with one limit imposed from 25 November 2026 to 24 February 2027. */
  public static String decided(UUID subject) {
    String id = proposed(subject, List.of(Api.limit("2026-11-25", "2027-02-24")));
    Api.DECIDER
        .act("cases/" + id, "decisions", Map.of("outcome", "APPROVED", "reasons", "Right"))
        .then()
        .statusCode(201);
    return id;
  }

  /** The appeal against a decided case. */
  public static String appealed(UUID subject, String caseId) {
    return Api.kol(subject)
        .act("cases/" + caseId, "appeals", Map.of("text", "Too heavy"))
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** The only measure of a case. */
  public static String measureOf(String caseId) {
    return Api.OFFICER.get("cases/" + caseId).then().statusCode(200).extract().path("measures[0]");
  }

  /** The body of a state decision. */
  public static Map<String, Object> stateDecision(UUID subject, String authority, String number) {
    return Map.of(
        "subject",
        subject,
        "authority",
        authority,
        "number",
        number,
        "issuedOn",
        "2026-11-25",
        "ground",
        "DECREE-144-2020-17",
        "provision",
        "Article 17 (1)",
        "document",
        Map.of("title", "Decision", "sha256", "0".repeat(64)),
        "measure",
        Map.of(
            "kind",
            "ENGAGEMENT_LIMIT",
            "scope",
            Map.of("activities", List.of("PERFORM")),
            "from",
            "2026-11-25",
            "until",
            "2026-12-24"));
  }
}
