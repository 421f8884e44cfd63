package vn.digitaltrust.deploy.e2e;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.digitaltrust.deploy.http.Http.Answer;

/** Requests that are valid, to be used as they are or spoilt in one place. */
final class Fixtures {
  private Fixtures() {}

  static Map<String, Object> kol() {
    Map<String, Object> kol = new HashMap<>();
    kol.put(
        "names",
        List.of(
            Map.of("type", "LEGAL", "value", "Tạ Thúy Khói Chiều"),
            Map.of("type", "STAGE", "value", "Rùa Đá Chơi Cờ (hư cấu)")));
    kol.put("influence", "KOC");
    kol.put("category", "ARTIST");
    kol.put("homeProvince", "2025:48");
    kol.put("birthDate", "1990-06-15");
    return kol;
  }

  static Map<String, Object> verification() {
    return Map.of("method", "IN_PERSON", "level", 1, "verifiedAt", "2026-01-15T03:00:00Z");
  }

  static String freshHandle() {
    return "hu.cau.e"
        + Long.toUnsignedString(UUID.randomUUID().getMostSignificantBits() >>> 20, 36);
  }

  /** A case that is open about a registered KOL of this stage name; sanctions knows the name. */
  static String openCase(RunningSuite suite, String name) {
    Map<String, Object> kol = kol();
    kol.put("names", List.of(Map.of("type", "STAGE", "value", name)));
    String subject = submitted(suite, kol);
    act(suite, "registrar-mai", "/registry/v1/kols/" + subject, "verifications", verification());
    act(suite, "registrar-mai", "/registry/v1/kols/" + subject, "registrations", Map.of());
    String id =
        suite
            .api()
            .send(
                "officer-an",
                "POST",
                "/sanctions/v1/cases",
                null,
                Map.of("subject", subject, "title", "Quảng cáo sai"))
            .orThrow("a case")
            .json()
            .path("id")
            .asText();
    Waiting.until(
        "sanctions knows the name",
        () ->
            name.equals(
                suite
                    .api()
                    .peek("officer-an", "/sanctions/v1/cases/" + id)
                    .orThrow("the case")
                    .json()
                    .path("subjectName")
                    .asText()));
    return id;
  }

  /** A submitted KOL. */
  static String submitted(RunningSuite suite) {
    return submitted(suite, kol());
  }

  private static String submitted(RunningSuite suite, Map<String, Object> kol) {
    return suite
        .api()
        .send("registrar-mai", "POST", "/registry/v1/kols", null, kol)
        .orThrow("submit")
        .json()
        .path("id")
        .asText();
  }

  /** A registered KOL. */
  static String registered(RunningSuite suite) {
    String id = submitted(suite);
    act(suite, "registrar-mai", "/registry/v1/kols/" + id, "verifications", verification());
    act(suite, "registrar-mai", "/registry/v1/kols/" + id, "registrations", Map.of());
    return id;
  }

  /** A TikTok account of a subject; returns its handle. */
  static String account(RunningSuite suite, String subject) {
    String handle = freshHandle();
    suite
        .api()
        .send(
            "registrar-mai",
            "POST",
            "/registry/v1/subjects/" + subject + "/accounts",
            null,
            Map.of("platform", "TIKTOK", "handle", handle))
        .orThrow("account");
    return handle;
  }

  /** A deed on something that exists, with its present version. */
  static Answer act(RunningSuite suite, String who, String resource, String deed, Object body) {
    String etag = etag(suite, who, resource);
    return suite.api().send(who, "POST", resource + "/" + deed, etag, body).orThrow(deed);
  }

  static String etag(RunningSuite suite, String who, String resource) {
    return suite.api().peek(who, resource).orThrow(resource).header("etag").orElseThrow();
  }

  /** A TikTok account of a person whom a state decision restricts today; returns its handle. */
  static String restricted(RunningSuite suite) {
    String person =
        suite
            .api()
            .send(
                "authority-bvhttdl",
                "POST",
                "/registry/v1/recorded-subjects",
                null,
                Map.of(
                    "kind",
                    "KOL",
                    "names",
                    List.of(Map.of("type", "STAGE", "value", "Ong Mật Đan Len (hư cấu)"))))
            .orThrow("recorded subject")
            .json()
            .path("id")
            .asText();
    String handle = account(suite, person);
    decideForTheState(suite, person);
    return handle;
  }

  /** A state decision that restricts somebody today. */
  static void decideForTheState(RunningSuite suite, String person) {
    String today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).toString();
    Map<String, Object> decision = new HashMap<>();
    decision.put("subject", person);
    decision.put("authority", "BVHTTDL");
    decision.put("number", "HC-" + person);
    decision.put("issuedOn", today);
    decision.put("ground", "DECREE-144-2020-17");
    decision.put("provision", "Điều 17");
    decision.put("document", Map.of("title", "Quyết định hư cấu", "sha256", "0".repeat(64)));
    decision.put(
        "measure",
        Map.of("kind", "ENGAGEMENT_LIMIT", "scope", Map.of(), "from", today, "until", today));
    suite
        .api()
        .send("authority-bvhttdl", "POST", "/sanctions/v1/state-decisions", null, decision)
        .orThrow("state decision");
  }
}
