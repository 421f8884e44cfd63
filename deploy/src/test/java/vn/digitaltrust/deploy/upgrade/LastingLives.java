package vn.digitaltrust.deploy.upgrade;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.digitaltrust.deploy.story.Api;
import vn.digitaltrust.deploy.story.Erasure;
import vn.digitaltrust.deploy.story.Story;

/**
 * People about whom a trust check says the same in years to come: what restricts them has no last
 * day but one of review.
 */
final class LastingLives {
  /** A number that only one person can have, told to no reader. */
  static final String PERSONAL_ID = "079197012345";

  private static final String GROUND = "DECREE-38-2021-34.5";
  private static final String REGISTRAR = "registrar-mai";
  private static final String OFFICER = "officer-an";
  private static final String DECIDER = "decider-chi";
  private static final String AUDITOR = "auditor-nga";
  private static final String FAR = "2099-12-31";

  private final Api api;
  private final Map<String, String> checks = new HashMap<>();
  private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));

  /** Lived through this API. */
  LastingLives(Api api) {
    this.api = api;
  }

  /** Queries of checks, each with its verdict. */
  Map<String, String> checks() {
    return checks;
  }

  /**
   * Lives them all.
   *
   * @param story of a certified member, for whom kol-linh speaks
   * @param member another one, for whom kol-nam speaks
   */
  void live(Story story, String member) {
    checks.put("platform=TIKTOK&handle=hu.cau.nobody", "UNKNOWN");
    checks.put(account(registered("Nắng Sớm", false)), "CLEAR");
    checks.put(account(registered("Nắng Trưa", true)), "CLEAR");
    merge();
    erase();
    decideForTheState();
    expire();
    limit(story);
    suspend(member);
  }

  private void merge() {
    String twice = registered("Nắng Chiều", false);
    String once = registered("Nắng Chiều Tà", false);
    checks.put(account(twice), "CLEAR");
    checks.put(account(once), "CLEAR");
    act(
        REGISTRAR,
        "/registry/v1/subjects/" + twice,
        "merges",
        Map.of("into", once, "reason", "Nhập hai lần (hư cấu)"));
  }

  private void erase() {
    String gone = registered("Sương Tan", false);
    checks.put(account(gone), "UNKNOWN");
    new Erasure(api).of(gone);
  }

  private void decideForTheState() {
    String person =
        create(
            "authority-bvhttdl",
            "/registry/v1/recorded-subjects",
            Map.of(
                "kind",
                "KOL",
                "names",
                List.of(Map.of("type", "STAGE", "value", "Cóc Kiện Trời (hư cấu)"))));
    String account = account(person);
    checks.put(account + "&activity=PERFORM", "RESTRICTED");
    checks.put(account + "&activity=ADVERTISE", "UNKNOWN"); // known, but not registered
    stateDecision(person, withoutEnd("ENGAGEMENT_LIMIT", "PERFORM"));
  }

  /** A decision whose last day had passed when it was recorded. */
  private void expire() {
    String person = registered("Nắng Tắt", false);
    Map<String, Object> measure = withoutEnd("ENGAGEMENT_LIMIT", "PERFORM");
    measure.remove("reviewOn");
    measure.put("from", today.minusDays(9).toString());
    measure.put("until", today.minusDays(2).toString());
    stateDecision(person, measure);
    checks.put(account(person) + "&activity=PERFORM", "CLEAR");
  }

  private void stateDecision(String person, Map<String, Object> measure) {
    Map<String, Object> decision = new HashMap<>();
    decision.put("subject", person);
    decision.put("authority", "BVHTTDL");
    decision.put("number", "HC-" + person);
    decision.put("issuedOn", measure.get("from"));
    decision.put("ground", "DECREE-144-2020-17");
    decision.put("provision", "Điều 17");
    decision.put("document", Map.of("title", "Quyết định hư cấu", "sha256", "0".repeat(64)));
    decision.put("measure", measure);
    create("authority-bvhttdl", "/sanctions/v1/state-decisions", decision);
  }

  /** A limit with an exception. */
  private void limit(Story story) {
    String caseFile =
        decidedCase("kol-linh", story.kol(), List.of(withoutEnd("ENGAGEMENT_LIMIT", "ADVERTISE")));
    JsonNode decided = api.peek(AUDITOR, caseFile).orThrow(caseFile).json();
    act(
        DECIDER,
        "/sanctions/v1/measures/" + decided.path("measures").path(0).asText(),
        "exceptions",
        Map.of(
            "scope",
            Map.of("activities", List.of("ADVERTISE"), "productCategories", List.of("FASHION")),
            "reason",
            "Hợp đồng đã ký trước (hư cấu)",
            "from",
            today.toString(),
            "until",
            FAR));
    checks.put(story.account() + "&activity=ADVERTISE&productCategory=FASHION", "CONDITIONAL");
    checks.put(story.account() + "&activity=ADVERTISE&productCategory=HEALTH_FOOD", "RESTRICTED");
    checks.put(story.account() + "&activity=PERFORM", "CLEAR");
  }

  /** A member that is suspended, and a certificate that is withdrawn. */
  private void suspend(String member) {
    String certificates = "/alliance/v1/certificates";
    JsonNode held = api.peek(AUDITOR, certificates + "?subject=" + member).orThrow(member).json();
    if (held.path("items").isEmpty()) {
      Map<String, Integer> scores =
          Map.of(
              "transparency", 88, "ethics", 91, "engagement", 85, "brandFit", 80, "compliance", 95);
      create("assessor-lan", certificates, Map.of("subject", member, "scores", scores));
    }
    decidedCase(
        "kol-nam",
        member,
        List.of(withoutEnd("MEMBERSHIP_SUSPENSION"), withoutEnd("CERTIFICATE_WITHDRAWAL")));
  }

  /** From the report to the decision; where the case is read. */
  private String decidedCase(String kol, String subject, List<Map<String, Object>> measures) {
    String report =
        create(
            "platform-one",
            "/sanctions/v1/reports",
            Map.of(
                "subject",
                subject,
                "ground",
                GROUND,
                "facts",
                "Quảng cáo sai sự thật (hư cấu)",
                "evidence",
                List.of(Map.of("title", "Bản ghi")),
                "source",
                "OTHER_NOTIFICATION"));
    String caseFile =
        "/sanctions/v1/cases/"
            + create(
                OFFICER,
                "/sanctions/v1/cases",
                Map.of("subject", subject, "reports", List.of(report), "title", "Quảng cáo sai"));
    act(
        OFFICER,
        caseFile,
        "notices",
        Map.of(
            "allegations",
            List.of(Map.of("ground", GROUND, "facts", "Sai với hồ sơ công bố")),
            "evidence",
            List.of(Map.of("title", "Bản ghi"))));
    act(kol, caseFile, "responses", Map.of("text", "Tôi đã đính chính", "final", true));
    for (Map<String, Object> measure : measures) {
      measure.put("ground", GROUND);
    }
    act(OFFICER, caseFile, "proposals", Map.of("reasons", "Vi phạm rõ ràng", "measures", measures));
    act(DECIDER, caseFile, "decisions", Map.of("outcome", "APPROVED", "reasons", "Có căn cứ"));
    return caseFile;
  }

  private Map<String, Object> withoutEnd(String kind, String... activities) {
    Map<String, Object> measure = new HashMap<>();
    measure.put("kind", kind);
    if (activities.length > 0) {
      measure.put("scope", Map.of("activities", List.of(activities)));
    }
    measure.put("from", today.toString());
    measure.put("reviewOn", today.plusDays(180).toString());
    return measure;
  }

  private String registered(String name, boolean withheld) {
    Map<String, Object> body = new HashMap<>();
    body.put(
        "names",
        List.of(
            Map.of("type", "LEGAL", "value", "Lò Thị " + name),
            Map.of("type", "STAGE", "value", name + " (hư cấu)")));
    body.putAll(Map.of("influence", "KOL", "category", "ARTIST", "homeProvince", "2025:79"));
    body.put("birthDate", "1990-01-15");
    body.put("namesWithheld", withheld);
    if (withheld) {
      body.put("personalId", PERSONAL_ID);
    }
    String id = create(REGISTRAR, "/registry/v1/kols", body);
    act(
        REGISTRAR,
        "/registry/v1/kols/" + id,
        "verifications",
        Map.of("method", "IN_PERSON", "level", 1, "verifiedAt", "2026-01-15T03:00:00Z"));
    act(REGISTRAR, "/registry/v1/kols/" + id, "registrations", Map.of());
    return id;
  }

  private String account(String subject) {
    String handle = "hu.cau.l" + subject.substring(subject.length() - 12);
    create(
        REGISTRAR,
        "/registry/v1/subjects/" + subject + "/accounts",
        Map.of("platform", "TIKTOK", "handle", handle));
    return "platform=TIKTOK&handle=" + handle;
  }

  private String create(String who, String path, Object body) {
    return api.send(who, "POST", path, null, body)
        .orThrow(who + " at " + path)
        .json()
        .path("id")
        .asText();
  }

  private void act(String who, String resource, String deed, Object body) {
    String etag =
        api.peek(who, resource).orThrow(who + " at " + resource).header("etag").orElseThrow();
    String path = resource + "/" + deed;
    api.send(who, "POST", path, etag, body).orThrow(who + " at " + path);
  }
}
