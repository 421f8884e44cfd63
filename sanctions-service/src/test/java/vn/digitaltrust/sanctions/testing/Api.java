package vn.digitaltrust.sanctions.testing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.digitaltrust.journal.testing.Tokens;

/** The API as people use it: a person has an id of its own and one role. */
public final class Api {
  public static final String GROUND = "DECREE-38-2021-34.5";
  public static final Api OFFICER = person("officer-an", "case-officer");
  public static final Api OTHER_OFFICER = person("officer-binh", "case-officer");
  public static final Api DECIDER = person("decider-chi", "decision-maker");
  public static final Api OTHER_DECIDER = person("decider-dung", "decision-maker");
  public static final Api GIANG = person("panel-giang", "appeal-panel");
  public static final Api HA = person("panel-ha", "appeal-panel");
  public static final Api KHOA = person("panel-khoa", "appeal-panel");
  public static final Api LAM = person("panel-lam", "appeal-panel");
  public static final Api PLATFORM = person("platform-one", "platform");
  public static final Api AUDITOR = person("auditor-nga", "auditor");
  public static final Api MINISTRY = authority("BVHTTDL");
  public static final Api POLICE = authority("A05");

  private final String token;

  private Api(String token) {
    this.token = token;
  }

  /** A person with roles. */
  public static Api person(String id, String... roles) {
    return new Api(Tokens.of(id, roles).sign());
  }

  /** A KOL bound to its subject. */
  public static Api kol(UUID subject) {
    return new Api(Tokens.of("kol-" + subject, "kol").claim("subject_id", subject).sign());
  }

  /** Somebody of a member organisation. */
  public static Api member(String id, String role, UUID organisation) {
    return new Api(Tokens.of(id, role).claim("member_id", organisation).sign());
  }

  /** Somebody of an authority. */
  public static Api authority(String code) {
    return new Api(Tokens.of("authority-" + code, "authority").claim("authority", code).sign());
  }

  /** Any token as it is. */
  public static Api token(String token) {
    return new Api(token);
  }

  /** Reads. */
  public Response get(String path) {
    return given().auth().oauth2(token).get("/sanctions/v1/" + path);
  }

  /** Reads an address whose query is encoded already. */
  public Response getAsItIs(String path) {
    return given().auth().oauth2(token).urlEncodingEnabled(false).get("/sanctions/v1/" + path);
  }

  /** Posts without a version. */
  public Response create(String path, Object body) {
    return post(path, null, null, body);
  }

  /** Posts with these headers; null leaves one out. What was made is where the answer says. */
  public Response post(String path, String ifMatch, String key, Object body) {
    var request = given().auth().oauth2(token).contentType(ContentType.JSON);
    if (ifMatch != null) {
      request.header("If-Match", ifMatch);
    }
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    Response answer = (body == null ? request : request.body(body)).post("/sanctions/v1/" + path);
    if (answer.statusCode() == 201) {
      String made = "(http://[^/]+)?/sanctions/v1/[a-z-]+/" + answer.path("id");
      answer.then().header("Location", matchesPattern(made));
    }
    return answer;
  }

  /** Acts on a resource as it is now: reads it first, as whoever may read it. */
  public Response act(String resource, String deed, Object body) {
    String etag = get(resource).header("ETag");
    if (etag == null) {
      etag = AUDITOR.get(resource).header("ETag");
    }
    return post(resource + "/" + deed, etag, null, body);
  }

  /** Expects how a measure stands, as who is shown ended ones, too. */
  public static void measureIs(String measure, String status) {
    AUDITOR.get("measures/" + measure).then().statusCode(200).body("status", is(status));
  }

  /** A measure that limits advertising in Ho Chi Minh City. */
  public static Map<String, Object> limit(String from, String until) {
    return Map.of(
        "kind",
        "ENGAGEMENT_LIMIT",
        "scope",
        Map.of("activities", List.of("ADVERTISE"), "territories", List.of("2025:79")),
        "ground",
        GROUND,
        "from",
        from,
        "until",
        until);
  }

  /** A notice with one allegation. */
  public static Map<String, Object> notice() {
    return Map.of(
        "allegations",
        List.of(Map.of("ground", GROUND, "facts", "Sold a supplement as a cure")),
        "evidence",
        List.of(Map.of("title", "Recording")));
  }

  /** The body of a case of own initiative. */
  public static Map<String, Object> aCase(UUID subject) {
    return Map.of("subject", subject, "reports", List.of(), "title", "Misleading advertising");
  }
}
