package vn.digitaltrust.alliance.testing;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import vn.digitaltrust.journal.testing.Postgres;
import vn.digitaltrust.journal.testing.Tokens;

/** The service on a real database, with stubbed neighbours and a clock that stands. */
@QuarkusTestResource(
    value = Postgres.class,
    initArgs = @ResourceArg(name = "name", value = "alliance"))
@QuarkusTestResource(Neighbours.class)
public abstract class Suite {
  @Inject protected TestClock clock;

  @Inject CircuitBreakerMaintenance circuitBreakers;

  protected Neighbours neighbours;

  @BeforeEach
  protected void freshNeighbours() {
    neighbours.reset();
    circuitBreakers.resetAll();
    clock.set(TestClock.MORNING);
  }

  protected static String admin() {
    return Tokens.as("alliance-admin");
  }

  /** Another admin, who asks for admissions. */
  protected static String secondAdmin() {
    return Tokens.of("admin-of-requests", "alliance-admin").sign();
  }

  /** One admin asks for an admission, unless that was done already; another one approves. */
  protected static ValidatableResponse admit(String path, String body) {
    act(secondAdmin(), path, "admissions/requests", "{}");
    return act(admin(), path, "admissions/approvals", body);
  }

  protected static String kol(UUID subject) {
    return Tokens.of("kol-" + subject, "kol").claim("subject_id", subject).sign();
  }

  protected static RequestSpecification as(String token) {
    return given().auth().oauth2(token).contentType(ContentType.JSON);
  }

  /** Sends a change of what is at the path, from the version it has now. */
  protected static ValidatableResponse act(String token, String path, String action, String body) {
    String etag = as(admin()).get(path).getHeader("ETag");
    return as(token).header("If-Match", etag).body(body).post(path + "/" + action).then();
  }

  protected ValidatableResponse apply(String token, UUID subject) {
    return as(token)
        .body("{\"subject\":\"%s\",\"codeOfConduct\":\"1.0\"}".formatted(subject))
        .post("/alliance/v1/memberships")
        .then();
  }

  /** The path of a membership that this subject was admitted to. */
  protected String member(UUID subject) {
    String path =
        "/alliance/v1/memberships/"
            + apply(kol(subject), subject).statusCode(201).extract().path("id");
    admit(path, "{}").statusCode(201);
    return path;
  }

  protected ValidatableResponse grant(UUID subject, String more) {
    return as(Tokens.as("assessor"))
        .body(
            """
            {"subject":"%s","scores":{"transparency":88,"ethics":91,"engagement":85,"brandFit":80,
             "compliance":95}%s}
            """
                .formatted(subject, more))
        .post("/alliance/v1/certificates")
        .then();
  }

  /** The path of a certificate granted to this subject today. */
  protected String certificate(UUID subject) {
    return "/alliance/v1/certificates/" + grant(subject, "").statusCode(201).extract().path("id");
  }
}
