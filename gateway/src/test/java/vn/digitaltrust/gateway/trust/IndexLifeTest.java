package vn.digitaltrust.gateway.trust;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.lessThan;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.gateway.testing.Neighbour;
import vn.digitaltrust.gateway.testing.Neighbours;
import vn.digitaltrust.gateway.testing.Patience;
import vn.digitaltrust.gateway.testing.States;
import vn.digitaltrust.gateway.testing.TestClock;
import vn.digitaltrust.journal.testing.Management;
import vn.digitaltrust.journal.testing.Tokens;

/** The index while services stop, come back, and come back with another past. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class IndexLifeTest {
  @Neighbours.Given Neighbours neighbours;

  @Inject TestClock clock;

  private final UUID kol = UUID.randomUUID();
  private final UUID limit = UUID.randomUUID();
  private final String handle = "dt." + kol.toString().substring(0, 8);

  @BeforeEach
  void registered() {
    register(kol, handle);
    Patience.until("the account is known", () -> verdict().equals("CLEAR"));
  }

  private void register(UUID subject, String name) {
    var feed = neighbours.registry().feed();
    UUID account = UUID.randomUUID();
    feed.append("subject", subject, subject, States.subject(subject, "REGISTERED", null, null));
    feed.append(
        "account", subject, account, States.account(account, subject, "TIKTOK", name, null));
  }

  private void restrict() {
    neighbours.sanctions().feed().append("measure", kol, limit, States.limit(limit, kol));
    Patience.until("the limit is known", () -> verdict().equals("RESTRICTED"));
  }

  private Response check() {
    return given()
        .auth()
        .oauth2(Tokens.as("platform"))
        .get("/trust/v1/accounts?platform=TIKTOK&handle=" + handle);
  }

  private String verdict() {
    return check().path("verdict");
  }

  private static void stop(Neighbour neighbour) {
    neighbour.stop();
  }

  @Test
  @DisplayName("GW-15 While a journal is loaded anew, the old index answers, whole, until the swap")
  void swap() {
    restrict();
    Neighbour sanctions = neighbours.sanctions();
    int before = sanctions.snapshots();
    sanctions.holdSnapshots();
    // Another past, in which there is another limit but not this one.
    UUID other = UUID.randomUUID();
    sanctions.feed().rewind(0);
    for (int i = 0; i < 3; i++) {
      UUID id = UUID.randomUUID();
      sanctions.feed().append("measure", other, id, States.limit(id, other));
    }
    Patience.until("the new snapshot stands still in its middle", sanctions::snapshotHeld);
    assertThat(verdict(), equalTo("RESTRICTED"));
    assertThat(check().path("restrictions[0].measure"), equalTo(limit.toString()));
    sanctions.releaseSnapshot();
    Patience.until("the new past is told", () -> verdict().equals("CLEAR"));
    assertThat(sanctions.snapshots(), equalTo(before + 1));
    assertThat(check().path("asOf.sanctions.position"), equalTo(3));
  }

  @Test
  @DisplayName("GW-5, GW-6 With one service stopped, answers go on and say how old they are")
  void stopped() {
    restrict();
    UUID free = UUID.randomUUID();
    String freeHandle = "dt." + free.toString().substring(0, 8);
    register(free, freeHandle);
    String freeCheck = "/trust/v1/accounts?platform=TIKTOK&handle=" + freeHandle;
    Patience.until("the second account is known", () -> get(freeCheck).equals("CLEAR"));

    stop(neighbours.sanctions());
    try {
      clock.forward(Duration.ofSeconds(31));
      assertThat(get(freeCheck), equalTo("STALE"));
      Response answer = check();
      assertThat(answer.path("verdict"), equalTo("RESTRICTED"));
      assertThat((int) answer.path("asOf.sanctions.ageMillis"), greaterThan(30_000));
      Patience.until(
          "the others are heard from again",
          () -> (int) check().path("asOf.registry.ageMillis") < 30_000);
      assertThat(get(freeCheck), equalTo("STALE"));
      Management.get("/q/health/ready").then().statusCode(200);
    } finally {
      neighbours.sanctions().start();
    }
    // What was written while the gateway could not hear it is told as soon as it can.
    neighbours
        .sanctions()
        .feed()
        .append(
            "measure",
            kol,
            limit,
            States.with(
                States.limit(limit, kol),
                "end",
                States.object("state", "LIFTED", "at", "2026-01-02T00:00:00Z")));
    Patience.until("sanctions is heard from again", () -> verdict().equals("CLEAR"));
    assertThat((int) check().path("asOf.sanctions.ageMillis"), lessThan(30_000));
    assertThat(get(freeCheck), equalTo("CLEAR"));
  }

  private static String get(String path) {
    return given().auth().oauth2(Tokens.as("platform")).get(path).path("verdict");
  }

  @Test
  @DisplayName("GW-17 Entries that are not public change nothing, although the gateway reads them")
  void notPublic() {
    var feed = neighbours.sanctions().feed();
    UUID secret = UUID.randomUUID();
    feed.append("case", kol, UUID.randomUUID(), States.object("status", "OPEN"), "PARTY");
    feed.append("measure", kol, secret, States.limit(secret, kol), "INTERNAL");
    long position = feed.append("stateDecision", kol, UUID.randomUUID(), States.object());
    Patience.until(
        "all of them were read",
        () -> check().<Integer>path("asOf.sanctions.position").longValue() >= position);
    assertThat(verdict(), equalTo("CLEAR"));
  }

  @Test
  @DisplayName("GW-14 A public entry of sanctions that nobody here understands restricts")
  void unknownAggregate() {
    UUID id = UUID.randomUUID();
    neighbours.sanctions().feed().append("embargo", kol, id, States.object("sense", "unknown"));
    Patience.until("it is read as a limit", () -> verdict().equals("RESTRICTED"));
    assertThat(check().path("restrictions[0].measure"), equalTo(id.toString()));
  }

  @Test
  @DisplayName("Ready means that the issuer answers, too")
  void issuer() {
    Management.get("/q/health/ready").then().statusCode(200);
    neighbours.stopIssuer();
    try {
      Management.get("/q/health/ready").then().statusCode(503);
      Management.get("/q/health/live").then().statusCode(200);
      assertThat(verdict(), equalTo("CLEAR"));
    } finally {
      neighbours.startIssuer();
    }
    Patience.until(
        "the issuer is back", () -> Management.get("/q/health/ready").statusCode() == 200);
  }
}
