package vn.digitaltrust.deploy.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import vn.digitaltrust.deploy.http.Http;
import vn.digitaltrust.deploy.http.Http.Answer;
import vn.digitaltrust.deploy.keycloak.KeycloakAdmin;
import vn.digitaltrust.deploy.keycloak.Tokens;
import vn.digitaltrust.deploy.story.Api;

/**
 * The sample identities, each member of them with a life of its own behind it: registered, a member
 * or an applicant, with a case just opened, one under way and one decided and appealed. So there
 * are rows of everybody's in many states, all made through the public API.
 */
final class Cast {
  private static final String GROUND = "DECREE-38-2021-34.5";
  private static final Map<String, String> MEMBERS =
      Map.of(
          "kol-linh", "kol",
          "kol-nam", "kol",
          "business-oanh", "BUSINESS",
          "press-phuc", "PRESS",
          "platform-one", "PLATFORM",
          "platform-two", "PLATFORM");

  private static final List<String> REPORTERS =
      List.of(
          "platform-one",
          "authority-bvhttdl",
          "business-oanh",
          "press-phuc",
          "platform-two",
          "officer-binh");

  private final Api api;
  private final KeycloakAdmin keycloak;
  private final String today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).toString();
  private final String later = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).plusDays(90).toString();
  private final Map<String, String> subjects = new HashMap<>();
  private int cases;

  Cast(Api api, KeycloakAdmin keycloak) {
    this.api = api;
    this.keycloak = keycloak;
  }

  /** Gives every member their rows; returns everybody. */
  List<Person> enter() {
    MEMBERS.keySet().stream().sorted().forEach(this::enter);
    MEMBERS.keySet().stream().sorted().forEach(this::live);
    for (String name : List.of("kol-linh", "kol-nam")) {
      decideForTheState(name);
    }
    return Tokens.names().stream().map(this::person).toList();
  }

  /** Takes from everybody what they were bound to. */
  void leave() {
    subjects.keySet().forEach(name -> bind(name, null));
  }

  private void enter(String name) {
    boolean isKol = MEMBERS.get(name).equals("kol");
    Map<String, Object> body = new HashMap<>();
    body.put("names", List.of(Map.of("type", "STAGE", "value", "Mây Trôi (hư cấu)")));
    body.put("homeProvince", "2025:79");
    if (isKol) {
      body.putAll(Map.of("influence", "KOL", "category", "ARTIST", "birthDate", "1990-06-15"));
    } else {
      body.put("organisationType", MEMBERS.get(name));
      body.put("taxCode", taxCode());
    }
    String rows = "/registry/v1/" + (isKol ? "kols" : "organisations");
    String id = create("registrar-mai", rows, body);
    act(
        "registrar-mai",
        rows + "/" + id,
        "verifications",
        Map.of("method", "IN_PERSON", "level", 1, "verifiedAt", "2026-01-15T03:00:00Z"));
    act("registrar-mai", rows + "/" + id, "registrations", Map.of());
    create(
        "registrar-mai",
        "/registry/v1/subjects/" + id + "/accounts",
        Map.of("platform", "TIKTOK", "handle", "hu.cau.c" + id.substring(id.length() - 12)));
    subjects.put(name, id);
    bind(name, id);
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

  private void bind(String name, String subject) {
    keycloak.setAttribute(
        name, MEMBERS.get(name).equals("kol") ? "subject_id" : "member_id", subject);
    api.tokens().forget(name);
  }

  private void live(String name) {
    if (name.equals("platform-two")) {
      return; // nobody of note yet: what it begins, the rehearsal begins
    }
    String membership =
        create(
            name,
            "/alliance/v1/memberships",
            Map.of("subject", subjects.get(name), "codeOfConduct", "1.0"));
    if (MEMBERS.get(name).equals("kol")) {
      act("admin-minh", "/alliance/v1/memberships/" + membership, "admissions", Map.of());
      create(
          "assessor-lan",
          "/alliance/v1/certificates",
          Map.of(
              "subject",
              subjects.get(name),
              "scores",
              Map.of(
                  "transparency", 88,
                  "ethics", 91,
                  "engagement", 85,
                  "brandFit", 80,
                  "compliance", 95)));
    }
    openCase(name);
    notify(openCase(name));
    String decided = openCase(name);
    notify(decided);
    decide(name, decided);
    String appeal =
        act(name, "/sanctions/v1/cases/" + decided, "appeals", Map.of("text", "Mức quá nặng"));
    if (name.equals("kol-nam")) {
      for (String panel : List.of("panel-giang", "panel-ha", "panel-khoa")) {
        act(
            panel,
            "/sanctions/v1/appeals/" + appeal,
            "votes",
            Map.of("outcome", "UPHELD", "reasons", "Quyết định đúng"));
      }
      String unappealed = openCase(name);
      notify(unappealed);
      decide(name, unappealed);
    }
  }

  private String openCase(String name) {
    String reporter = REPORTERS.get(cases++ % REPORTERS.size());
    if (reporter.equals(name)) {
      reporter = REPORTERS.get(cases++ % REPORTERS.size());
    }
    String report =
        create(
            reporter,
            "/sanctions/v1/reports",
            Map.of(
                "subject",
                subjects.get(name),
                "ground",
                GROUND,
                "facts",
                "Quảng cáo sai sự thật (hư cấu)",
                "evidence",
                List.of(Map.of("title", "Bản ghi")),
                "source",
                "OTHER_NOTIFICATION"));
    return create(
        "officer-an",
        "/sanctions/v1/cases",
        Map.of(
            "subject", subjects.get(name), "reports", List.of(report), "title", "Quảng cáo sai"));
  }

  private void notify(String caseFile) {
    act(
        "officer-an",
        "/sanctions/v1/cases/" + caseFile,
        "notices",
        Map.of(
            "allegations",
            List.of(Map.of("ground", GROUND, "facts", "Sai với hồ sơ công bố")),
            "evidence",
            List.of(Map.of("title", "Bản ghi"))));
  }

  private void decide(String name, String caseFile) {
    String path = "/sanctions/v1/cases/" + caseFile;
    act(name, path, "responses", Map.of("text", "Tôi đã đính chính", "final", true));
    act(
        "officer-an",
        path,
        "proposals",
        Map.of(
            "reasons",
            "Vi phạm rõ ràng",
            "measures",
            List.of(
                Map.of(
                    "kind", "ENGAGEMENT_LIMIT",
                    "scope", Map.of("activities", List.of("ADVERTISE")),
                    "ground", GROUND,
                    "from", today,
                    "until", later))));
    act("decider-chi", path, "decisions", Map.of("outcome", "APPROVED", "reasons", "Có căn cứ"));
  }

  private void decideForTheState(String name) {
    Map<String, Object> decision = new HashMap<>();
    decision.put("subject", subjects.get(name));
    decision.put("authority", "BVHTTDL");
    decision.put("number", "HC-" + subjects.get(name));
    decision.put("issuedOn", today);
    decision.put("ground", "DECREE-144-2020-17");
    decision.put("provision", "Điều 17");
    decision.put("document", Map.of("title", "Quyết định hư cấu", "sha256", "0".repeat(64)));
    decision.put(
        "measure",
        Map.of("kind", "ENGAGEMENT_LIMIT", "scope", Map.of(), "from", today, "until", later));
    create("authority-bvhttdl", "/sanctions/v1/state-decisions", decision);
  }

  private String create(String who, String path, Object body) {
    return ok(api.send(who, "POST", path, null, body), who, path).json().path("id").asText();
  }

  private String act(String who, String resource, String deed, Object body) {
    String etag = ok(api.peek(who, resource), who, resource).header("etag").orElseThrow();
    return ok(api.send(who, "POST", resource + "/" + deed, etag, body), who, resource + "/" + deed)
        .json()
        .path("id")
        .asText();
  }

  private static Answer ok(Answer answer, String who, String path) {
    return answer.orThrow(who + " at " + path);
  }

  private Person person(String name) {
    JsonNode claims = claims(api.tokens().of(name));
    List<String> roles = new ArrayList<>();
    claims.at("/realm_access/roles").forEach(role -> roles.add(role.asText()));
    roles.removeIf(role -> role.startsWith("default-") || role.contains("_"));
    if (roles.size() != 1) {
      throw new AssertionError(name + " holds not one role but " + roles);
    }
    return new Person(name, roles.get(0), claims.path("sub").asText(), subjects.get(name));
  }

  static JsonNode claims(String token) {
    try {
      byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
      return Http.JSON.readTree(new String(claims, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
