package vn.digitaltrust.deploy.conformance;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import vn.digitaltrust.deploy.e2e.Waiting;
import vn.digitaltrust.deploy.http.Http.Answer;
import vn.digitaltrust.deploy.story.Api;
import vn.digitaltrust.deploy.story.Erasure;

/** What offices do to subjects, through the public API: the pieces that lives are made of. */
final class Scenes {
  /** What is no organisation's type. */
  static final String KOL = "kol";

  private static final String GROUND = "DECREE-38-2021-34.5";
  private static final List<String> REPORTERS =
      List.of(
          "platform-one",
          "authority-bvhttdl",
          "business-oanh",
          "press-phuc",
          "platform-two",
          "officer-binh");

  private final Api api;
  private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
  private int reports;
  private int texts;

  Scenes(Api api) {
    this.api = api;
  }

  /**
   * A new subject that the registry has taken through these steps, such as {@code verifications}.
   *
   * @param type {@value #KOL}, or the type of an organisation
   */
  String subject(String type, String... steps) {
    Map<String, Object> body = type.equals(KOL) ? person() : named();
    if (!type.equals(KOL)) {
      body.putAll(Map.of("organisationType", type, "taxCode", taxCode()));
    }
    String rows = "/registry/v1/" + (type.equals(KOL) ? "kols/" : "organisations/");
    String id = create("registrar-mai", rows.substring(0, rows.length() - 1), body);
    for (String step : steps) {
      act(
          "registrar-mai",
          rows + id,
          step,
          switch (step) {
            case "verifications" ->
                Map.of("method", "IN_PERSON", "level", 1, "verifiedAt", "2026-01-15T03:00:00Z");
            case "registrations" -> Map.of();
            default -> Map.of("reason", words("Hư cấu"));
          });
    }
    return id;
  }

  /** A subject of this kind that is recorded only because somebody decides about it. */
  void recorded(String kind) {
    create(
        "officer-an",
        "/registry/v1/recorded-subjects",
        Map.of("kind", kind, "names", List.of(Map.of("type", "STAGE", "value", "Đá Cuội"))));
  }

  /** A TikTok account of a subject. */
  String account(String subject) {
    return account(subject, "hu.cau.c");
  }

  private String account(String subject, String beginning) {
    return create(
        "registrar-mai",
        "/registry/v1/subjects/" + subject + "/accounts",
        Map.of(
            "platform", "TIKTOK", "handle", beginning + subject.substring(subject.length() - 12)));
  }

  /** An account that was closed, and another one at the same address. */
  void accountTwice(String subject) {
    act("registrar-mai", "/registry/v1/accounts/" + account(subject), "closures", Map.of());
    account(subject);
  }

  /** An organisation runs a platform. */
  void runs(String organisation, String platform) {
    create(
        "registrar-mai",
        "/registry/v1/organisations/" + organisation + "/platforms",
        Map.of("platform", platform));
  }

  /** A member claims the account of somebody else, and its platform attests that it has it. */
  void contested(String name, String subject, String platform, String holder) {
    String path = "/registry/v1/accounts/" + account(holder);
    Answer claim = api.send(name, "POST", path + "/claims", null, Map.of("subject", subject));
    String code = claim.orThrow(name + " at " + path).json().path("code").asText();
    create(platform, path + "/attestations", Map.of("code", code));
  }

  /** A member claims an account that it has; its platform has not seen the code. */
  void claims(String name, String subject) {
    create(
        name,
        "/registry/v1/accounts/" + account(subject, "hu.cau.d") + "/claims",
        Map.of("subject", subject));
  }

  /** Two subjects with one personal ID number. */
  void twins() {
    String number = "0010990" + (10_000 + ++texts);
    for (int i = 0; i < 2; i++) {
      Map<String, Object> body = person();
      body.put("personalId", number);
      create("registrar-mai", "/registry/v1/kols", body);
    }
  }

  /** Somebody says to be the counsel of a subject in a case; nobody has confirmed it. */
  void counsel(String name, String representative, String subject, String word) {
    create(
        name,
        "/registry/v1/subjects/" + subject + "/representations",
        Map.of(
            "representative",
            representative,
            "kind",
            "COUNSEL",
            "purposes",
            List.of("READ", "RESPOND"),
            "case",
            word,
            "powerNumber",
            words("Số"),
            "powerDate",
            today.toString()));
  }

  /** An application for oneself. */
  String application(String name, String subject) {
    return create(
        name, "/alliance/v1/memberships", Map.of("subject", subject, "codeOfConduct", "1.0"));
  }

  /** One admin asks for an admission. */
  void askToAdmit(String membership) {
    act("admin-tu", "/alliance/v1/memberships/" + membership, "admissions/requests", Map.of());
  }

  void admit(String membership) {
    askToAdmit(membership);
    act("admin-minh", "/alliance/v1/memberships/" + membership, "admissions/approvals", Map.of());
  }

  void certify(String subject) {
    create(
        "assessor-lan",
        "/alliance/v1/certificates",
        Map.of(
            "subject",
            subject,
            "scores",
            Map.of(
                "transparency", 88,
                "ethics", 91,
                "engagement", 85,
                "brandFit", 80,
                "compliance", 95)));
  }

  /** A report by somebody else, which is in no case yet. */
  String report(String name, String subject) {
    String reporter = REPORTERS.get(reports++ % REPORTERS.size());
    if (reporter.equals(name)) {
      reporter = REPORTERS.get(reports++ % REPORTERS.size());
    }
    return create(
        reporter,
        "/sanctions/v1/reports",
        Map.of(
            "subject",
            subject,
            "ground",
            GROUND,
            "facts",
            words("Quảng cáo sai sự thật (hư cấu)"),
            "evidence",
            List.of(Map.of("title", words("Bản ghi"))),
            "source",
            "OTHER_NOTIFICATION"));
  }

  /** A case that somebody else has reported. */
  String openCase(String name, String subject) {
    return create(
        "officer-an",
        "/sanctions/v1/cases",
        Map.of(
            "subject",
            subject,
            "reports",
            List.of(report(name, subject)),
            "title",
            words("Quảng cáo sai")));
  }

  /** A case of which the subject has been told. */
  String notifiedCase(String name, String subject) {
    String caseFile = openCase(name, subject);
    act(
        "officer-an",
        "/sanctions/v1/cases/" + caseFile,
        "notices",
        Map.of(
            "allegations",
            List.of(Map.of("ground", GROUND, "facts", words("Sai với hồ sơ công bố"))),
            "evidence",
            List.of(Map.of("title", words("Bản ghi")))));
    return caseFile;
  }

  /** A case to which the subject has said all it wants to say. */
  String answeredCase(String name, String subject) {
    String caseFile = notifiedCase(name, subject);
    act(
        name,
        "/sanctions/v1/cases/" + caseFile,
        "responses",
        Map.of("text", words("Tôi đã đính chính"), "final", true));
    return caseFile;
  }

  /** A case in which one has proposed what another is to decide. */
  String proposedCase(String name, String subject) {
    String caseFile = answeredCase(name, subject);
    act(
        "officer-an",
        "/sanctions/v1/cases/" + caseFile,
        "proposals",
        Map.of(
            "reasons",
            words("Vi phạm rõ ràng"),
            "measures",
            List.of(
                Map.of(
                    "kind", "ENGAGEMENT_LIMIT",
                    "scope", Map.of("activities", List.of("ADVERTISE")),
                    "ground", GROUND,
                    "from", today.toString(),
                    "until", today.plusDays(90).toString()))));
    return caseFile;
  }

  /** A case with a measure in force. */
  String decidedCase(String name, String subject) {
    String caseFile = proposedCase(name, subject);
    act(
        "decider-chi",
        "/sanctions/v1/cases/" + caseFile,
        "decisions",
        Map.of("outcome", "APPROVED", "reasons", words("Có căn cứ")));
    return caseFile;
  }

  /** An appeal against a decision. */
  String appeal(String name, String subject) {
    return act(
        name,
        "/sanctions/v1/cases/" + decidedCase(name, subject),
        "appeals",
        Map.of("text", words("Mức quá nặng")));
  }

  void vote(String appeal) {
    for (String panel : List.of("panel-giang", "panel-ha", "panel-khoa")) {
      act(
          panel,
          "/sanctions/v1/appeals/" + appeal,
          "votes",
          Map.of("outcome", "UPHELD", "reasons", words("Quyết định đúng")));
    }
  }

  /** A decision of an authority. */
  String decideForTheState(String subject) {
    Map<String, Object> decision = new HashMap<>();
    decision.put("subject", subject);
    decision.put("authority", "BVHTTDL");
    decision.put("number", "HC-" + subject);
    decision.put("issuedOn", today.toString());
    decision.put("ground", "DECREE-144-2020-17");
    decision.put("provision", "Điều 17");
    decision.put("document", Map.of("title", "Quyết định hư cấu", "sha256", "0".repeat(64)));
    decision.put(
        "measure",
        Map.of(
            "kind",
            "ENGAGEMENT_LIMIT",
            "scope",
            Map.of(),
            "from",
            today.toString(),
            "until",
            today.plusDays(90).toString()));
    return create("authority-bvhttdl", "/sanctions/v1/state-decisions", decision);
  }

  private Map<String, Object> named() {
    Map<String, Object> body = new HashMap<>();
    body.put(
        "names",
        List.of(
            Map.of("type", "LEGAL", "value", words("Lò Thị Mây")),
            Map.of("type", "STAGE", "value", "Mây Trôi (hư cấu)")));
    body.put("homeProvince", "2025:79");
    return body;
  }

  private Map<String, Object> person() {
    Map<String, Object> body = named();
    body.putAll(Map.of("influence", "KOL", "category", "ARTIST", "birthDate", birthDate()));
    return body;
  }

  /** One that nobody has: nine digits and the check digit that they need. */
  private static String taxCode() {
    int[] weights = {31, 29, 23, 19, 17, 13, 7, 5, 3};
    while (true) {
      String digits = "1" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999);
      int sum = 0;
      for (int at = 0; at < weights.length; at++) {
        sum += (digits.charAt(at) - '0') * weights[at];
      }
      int check = 10 - sum % 11;
      if (check < 10) {
        return digits + check;
      }
    }
  }

  /** Words that nobody else is told, so that it shows where they turn up. */
  private String words(String text) {
    return text + " " + ++texts;
  }

  private String birthDate() {
    return LocalDate.of(1980, 1, 1).plusDays(++texts).toString();
  }

  /** A registrar asks for the erasure of somebody, and all holders have cleared it. */
  String clearedErasure(String subject) {
    Erasure erasure = new Erasure(api);
    String request = erasure.ask(subject);
    erasure.awaitClear(request);
    return request;
  }

  /**
   * Everything there can be about a subject, all of it over, and then the subject is erased.
   *
   * @param name whose token speaks for it
   */
  void liveAndBeErased(String name, String subject) {
    account(subject);
    act(
        "admin-minh",
        "/alliance/v1/memberships/" + application(name, subject),
        "admissions/refusals",
        Map.of("reasons", words("Chưa đủ hồ sơ")));
    certify(subject);
    String appealed = decidedCase(name, subject);
    String caseFile = "/sanctions/v1/cases/" + appealed;
    String measure =
        "/sanctions/v1/measures/"
            + api.peek("officer-an", caseFile).json().path("measures").path(0).asText();
    act(
        "decider-chi",
        measure,
        "exceptions",
        Map.of(
            "scope", Map.of("activities", List.of("ADVERTISE")),
            "reason", words("Đã ký trước"),
            "from", today.toString(),
            "until", today.plusDays(5).toString()));
    act(name, measure, "statements", Map.of("text", words("Tôi đã sửa")));
    String appeal =
        "/sanctions/v1/appeals/"
            + act(name, caseFile, "appeals", Map.of("text", words("Quá nặng")));
    act("panel-giang", appeal, "stays", Map.of("reasons", words("Khó khắc phục")));
    for (String panel : List.of("panel-giang", "panel-ha", "panel-khoa")) {
      act(
          panel,
          appeal,
          "votes",
          Map.of(
              "outcome",
              "VARIED",
              "variations",
              List.of(
                  Map.of(
                      "measure",
                      measure.substring(measure.lastIndexOf('/') + 1),
                      "change",
                      Map.of("until", today.plusDays(30).toString()))),
              "reasons",
              words("Nhẹ hơn")));
    }
    act("panel-giang", appeal, "rulings", Map.of("reasons", words("Giảm thời hạn")));
    act("decider-chi", measure, "liftings", Map.of("reasons", words("Đã khắc phục")));
    act(
        "decider-chi",
        "/sanctions/v1/cases/" + proposedCase(name, subject),
        "decisions",
        Map.of("outcome", "DISMISSED", "reasons", words("Không đủ căn cứ")));
    String withdrawn = notifiedCase(name, subject);
    act(
        "decider-chi",
        "/sanctions/v1/cases/" + withdrawn,
        "interim-measures",
        Map.of(
            "measure",
            Map.of(
                "kind", "ENGAGEMENT_LIMIT",
                "scope", Map.of("activities", List.of("PERFORM")),
                "ground", GROUND,
                "from", today.toString(),
                "until", today.plusDays(3).toString()),
            "reasons",
            words("Không thể chờ")));
    act(
        "officer-an",
        "/sanctions/v1/cases/" + withdrawn,
        "withdrawals",
        Map.of("reasons", words("Nhầm người")));
    act(
        "authority-bvhttdl",
        "/sanctions/v1/state-decisions/" + decideForTheState(subject),
        "liftings",
        Map.of(
            "number",
            "HC-L-" + subject,
            "issuedOn",
            today.toString(),
            "reasons",
            words("Đã xong")));
    act(
        "registrar-mai",
        "/registry/v1/kols/" + subject,
        "deregistrations",
        Map.of("reason", words("Tự rút")));
    new Erasure(api).of(subject);
    Waiting.until(
        "the texts of " + caseFile + " are erased",
        () -> api.peek("auditor-nga", caseFile).orThrow(caseFile).json().path("title").isNull());
  }

  private String create(String who, String path, Object body) {
    return id(api.send(who, "POST", path, null, body), who, path);
  }

  private String act(String who, String resource, String deed, Object body) {
    String etag =
        api.peek(who, resource).orThrow(who + " at " + resource).header("etag").orElseThrow();
    String path = resource + "/" + deed;
    return id(api.send(who, "POST", path, etag, body), who, path);
  }

  private static String id(Answer answer, String who, String path) {
    return answer.orThrow(who + " at " + path).json().path("id").asText();
  }
}
