package vn.digitaltrust.registry.testing;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import vn.digitaltrust.journal.testing.Postgres;
import vn.digitaltrust.journal.testing.Tokens;

/** The service on a real database with a clock that stands, and what every test does with it. */
@QuarkusTestResource(
    value = Postgres.class,
    initArgs = @ResourceArg(name = "name", value = "registry"))
public abstract class Registry {
  /** Where the service's paths begin. */
  protected static final String BASE = "/registry/v1";

  /** Lets RestAssured send NDJSON as the text that it is. */
  protected static final RestAssuredConfig NDJSON =
      RestAssuredConfig.config()
          .encoderConfig(
              EncoderConfig.encoderConfig()
                  .defaultContentCharset("UTF-8")
                  .encodeContentTypeAs("application/x-ndjson", ContentType.TEXT));

  @Inject protected TestClock clock;

  @BeforeEach
  void morning() {
    clock.set(TestClock.MORNING);
  }

  /** A request under a token. */
  protected static RequestSpecification with(String token) {
    return given().basePath(BASE).auth().oauth2(token).contentType(ContentType.JSON);
  }

  /** A request of somebody with this role and no claims. */
  protected static RequestSpecification as(String role) {
    return with(Tokens.as(role));
  }

  /** A request of the registrar. */
  protected static RequestSpecification registrar() {
    return as("registrar");
  }

  /** The token of a KOL that is bound to its subject. */
  protected static String kolToken(String subject) {
    return Tokens.of("kol-" + subject, "kol").claim("subject_id", subject).sign();
  }

  /** A KOL as it is entered, with a stage name and a private legal one. */
  protected static String kolBody(String stage, String legal) {
    return """
    {"names":[{"type":"STAGE","value":"%s"},{"type":"LEGAL","value":"%s"}],
     "influence":"KOL","category":"ARTIST","homeProvince":"2025:79","birthDate":"1996-05-17"}
    """
        .formatted(stage, legal);
  }

  /** The id of a new KOL that asks to be registered. */
  protected static String submitted(String stage) {
    return registrar()
        .body(kolBody(stage, "Nguyễn Thị Riêng Tư"))
        .post("/kols")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** The id of a new KOL that is registered. */
  protected static String registered(String stage) {
    var id = submitted(stage);
    act("/kols/" + id, "verifications", VERIFICATION).statusCode(200);
    act("/kols/" + id, "registrations", "{}").statusCode(200);
    return id;
  }

  /** The id of a new organisation of the type PLATFORM that is registered. */
  protected static String platform(String name) {
    return organisation(name, "PLATFORM", true);
  }

  /** The id of a new organisation, registered or only submitted. */
  protected static String organisation(String name, String type, boolean registered) {
    String id =
        registrar()
            .body(
                """
                {"names":[{"type":"LEGAL","value":"%s"}],"organisationType":"%s",
                 "taxCode":"%s","homeProvince":"2025:79"}
                """
                    .formatted(name, type, freshTaxCode()))
            .post("/organisations")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    if (registered) {
      act("/organisations/" + id, "verifications", VERIFICATION).statusCode(200);
      act("/organisations/" + id, "registrations", "{}").statusCode(200);
    }
    return id;
  }

  /** A well-formed tax code that no other test uses. */
  private static String freshTaxCode() {
    var weights = new int[] {31, 29, 23, 19, 17, 13, 7, 5, 3};
    while (true) {
      var digits = Integer.toString(ThreadLocalRandom.current().nextInt(100_000_000, 999_999_999));
      var sum = 0;
      for (var i = 0; i < weights.length; i++) {
        sum += (digits.charAt(i) - '0') * weights[i];
      }
      if (sum % 11 != 0 && !digits.substring(2).equals("0000000")) {
        return digits + (10 - sum % 11);
      }
    }
  }

  /** The id of a new subject that is only recorded. */
  protected static String recorded(String name) {
    return registrar()
        .body(
            "{\"kind\":\"KOL\",\"names\":[{\"type\":\"STAGE\",\"value\":\"%s\"}]}".formatted(name))
        .post("/recorded-subjects")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** A check of an identity. */
  protected static final String VERIFICATION =
      "{\"method\":\"VNEID\",\"level\":2,\"verifiedAt\":\"2026-11-20T02:00:00Z\"}";

  /** A reason. */
  protected static final String REASON = "{\"reason\":\"Theo yêu cầu\"}";

  /** Sends a change of what is at the path, from the version it has now. */
  protected static ValidatableResponse act(String path, String action, String body) {
    return registrar().header("If-Match", etag(path)).body(body).post(path + "/" + action).then();
  }

  /** Another registrar. */
  protected static RequestSpecification secondRegistrar() {
    return with(Tokens.of("registrar-two", "registrar").sign());
  }

  /** The service that answers for a holder. */
  protected static RequestSpecification holder(String name) {
    return with(Tokens.of(name + "-machine", "service").claim("azp", name + "-service").sign());
  }

  /** The id of a request of the registrar for the erasure of a subject. */
  protected static String erasureAsked(String subject) {
    return registrar()
        .body("{\"subject\":\"%s\",\"reason\":\"Theo yêu cầu\"}".formatted(subject))
        .post("/erasure-requests")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** A holder's answer; the body without its position, which is the journal's last. */
  protected static ValidatableResponse answer(String holder, String request, String body) {
    var path = "/erasure-requests/" + request + "/answer";
    var etag = holder(holder).get(path).then().statusCode(200).extract().header("ETag");
    var head = query("select position from journal_head").get(0);
    return holder(holder)
        .header("If-Match", etag)
        .body(body.replace("}", ",\"position\":" + head + "}"))
        .put(path)
        .then();
  }

  /** All holders have nothing to keep. */
  protected static void cleared(String request) {
    for (var holder : List.of("sanctions", "alliance")) {
      answer(holder, request, "{\"answer\":\"CLEAR\"}").statusCode(200);
    }
  }

  /** Another registrar carries out what was asked for. */
  protected static ValidatableResponse approve(String request) {
    var path = "/erasure-requests/" + request;
    return secondRegistrar()
        .header("If-Match", etag(path))
        .body(REASON)
        .post(path + "/approvals")
        .then();
  }

  /** Erases a subject, by two registrars and with the answers of all holders. */
  protected static void erase(String subject) {
    var request = erasureAsked(subject);
    cleared(request);
    approve(request).statusCode(200);
  }

  /** The version of what is at the path. */
  protected static String etag(String path) {
    return registrar().get(path).then().statusCode(200).extract().header("ETag");
  }

  /** The id of an account that was opened now. */
  protected static Response open(String subject, String body) {
    return registrar().body(body).post("/subjects/" + subject + "/accounts");
  }

  /** A handle that no other test uses. */
  protected static String freshHandle() {
    return "dt." + UUID.randomUUID().toString().replace("-", "").substring(0, 18);
  }

  /**
   * The types of a subject's journal entries in order, with the audience of those not public; but
   * for those that tell its name to offices (REG-70).
   */
  protected static List<String> journalOf(String subject) {
    return query(
        "select type || case audience when 'PUBLIC' then '' else ' ' || audience end"
            + " from journal_entry where subject = '"
            + subject
            + "' and aggregate <> 'subject-name' order by position");
  }

  /** Runs a statement as the superuser. */
  protected static void run(String sql) {
    try (var connection = Postgres.superuser("registry");
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The first column of a query as the superuser. */
  protected static List<String> query(String sql) {
    try (var connection = Postgres.superuser("registry");
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var found = new ArrayList<String>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
