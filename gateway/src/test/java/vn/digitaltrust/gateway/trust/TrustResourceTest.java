package vn.digitaltrust.gateway.trust;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.digitaltrust.gateway.trust.Asking.PATIENCE;
import static vn.digitaltrust.gateway.trust.Asking.isProblem;
import static vn.digitaltrust.gateway.trust.Asking.platform;
import static vn.digitaltrust.gateway.trust.Asking.until;
import static vn.digitaltrust.gateway.trust.Asking.untilLoaded;
import static vn.digitaltrust.gateway.trust.FictionalKol.START;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.digitaltrust.door.testing.BothLanguages;
import vn.digitaltrust.gateway.testing.Neighbours;
import vn.digitaltrust.gateway.testing.TestClock;
import vn.digitaltrust.journal.testing.Management;
import vn.digitaltrust.journal.testing.Tokens;

/** The index filled over the wire, and what it answers. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class TrustResourceTest {
  private static final String NUMBER = "KOL-100000011";

  @Neighbours.Given Neighbours neighbours;

  @Inject TestClock clock;

  private FictionalKol kol;

  @BeforeEach
  void loaded() {
    kol = new FictionalKol(neighbours);
    untilLoaded();
  }

  @Test
  @DisplayName("an account is unknown, registered, restricted where it is covered, and clear again")
  void story() {
    JsonPath unknown = until(kol.byHandle(), "UNKNOWN");
    assertNull(unknown.<Object>get("subject"));
    assertNull(unknown.<Object>get("account"));
    kol.register("REGISTERED", NUMBER, null);
    kol.open();
    JsonPath clear = until(kol.byHandle(), "CLEAR");
    assertEquals(kol.id.toString(), clear.get("subject.id"));
    assertEquals(false, clear.get("account.proven"));
    assertNull(clear.<Object>get("account.provenSince"));
    assertEquals(NUMBER, clear.get("subject.registrationNumber"));
    assertEquals("NONE", clear.get("membership.status"));
    assertEquals("NONE", clear.get("trustMark.status"));
    assertTrue(clear.getLong("asOf.registry.position") >= 2);
    assertTrue(clear.getLong("asOf.alliance.ageMillis") >= 0);
    UUID measure = UUID.randomUUID();

    kol.limit(measure, null);

    JsonPath restricted =
        until(kol.byHandle() + "&activity=LIVESTREAM_SELL&territory=2025:79", "RESTRICTED");
    assertEquals(measure.toString(), restricted.get("restrictions[0].measure"));
    assertEquals("ALLIANCE_MEASURE", restricted.get("restrictions[0].class"));
    assertEquals("G-1", restricted.get("restrictions[0].ground.code"));
    assertEquals("2026-01-01", restricted.get("restrictions[0].from"));
    assertEquals("/sanctions/v1/measures/" + measure, restricted.get("restrictions[0].href"));
    until(kol.byHandle() + "&activity=PERFORM", "CLEAR");
    until(kol.byHandle() + "&territory=2025:01", "CLEAR");
    until(kol.byHandle(), "RESTRICTED");
    until("/trust/v1/accounts?url=https://www.tiktok.com/@" + kol.handle, "RESTRICTED");
    until("/trust/v1/kols/" + NUMBER, "RESTRICTED");

    kol.limit(measure, "LIFTED");

    until(kol.byHandle(), "CLEAR");
    kol.register("DEREGISTERED", NUMBER, null);
    until(kol.byHandle(), "UNKNOWN");
  }

  @Test
  @DisplayName("GW-11 the measures of a merged subject count for the one it turned out to be")
  void merged() {
    UUID into = UUID.randomUUID();
    neighbours
        .registry()
        .feed()
        .append(
            "subject",
            into,
            into,
            FictionalKol.state("kind", "KOL", "status", "REGISTERED", "registrationNumber", null));
    kol.open();
    kol.register("MERGED", null, into);
    kol.limit(UUID.randomUUID(), null);

    JsonPath merged = until(kol.byHandle(), "RESTRICTED");

    assertEquals(into.toString(), merged.get("subject.id"));
    assertEquals("REGISTERED", merged.get("subject.status"));
  }

  @Test
  @DisplayName("membership and trust mark come along")
  void alliance() {
    kol.register("REGISTERED", null, null);
    kol.open();
    kol.certify("IT-1");
    kol.admit();
    Instant end = Instant.now().plus(PATIENCE);
    JsonPath answer = until(kol.byHandle(), "CLEAR");
    while (!"MEMBER".equals(answer.get("membership.status")) && Instant.now().isBefore(end)) {
      answer = until(kol.byHandle(), "CLEAR");
    }

    assertEquals("MEMBER", answer.get("membership.status"));
    assertEquals(START.toString(), answer.get("membership.since"));
    assertEquals("VALID", answer.get("trustMark.status"));
    assertEquals("IT-1", answer.get("trustMark.number"));
    assertEquals("2098-12-31", answer.get("trustMark.until"));
  }

  @Test
  @DisplayName("GW-5, GW-6 a journal out of reach makes answers stale, but no restriction vanishes")
  void stale() {
    kol.register("REGISTERED", null, null);
    kol.open();
    until(kol.byHandle(), "CLEAR");

    neighbours.alliance().stop();
    clock.forward(Duration.ofMinutes(1));
    until(kol.byHandle(), "STALE");
    kol.limit(UUID.randomUUID(), null);
    until(kol.byHandle(), "RESTRICTED");
    neighbours.alliance().start();

    until(kol.byHandle() + "&activity=PERFORM", "CLEAR");
  }

  @Test
  @DisplayName("GW-15 a journal that was rewound is loaded anew, and what it forgot is forgotten")
  void rewound() {
    kol.register("REGISTERED", null, null);
    kol.open();
    long before = neighbours.sanctions().feed().head();
    kol.limit(UUID.randomUUID(), null);
    until(kol.byHandle(), "RESTRICTED");

    neighbours.sanctions().feed().rewind(before);

    until(kol.byHandle(), "CLEAR");
  }

  @Test
  @DisplayName("GW-17 what is no longer told restricts nobody, after a reload neither")
  void unpublished() {
    kol.register("REGISTERED", null, null);
    kol.open();
    UUID measure = UUID.randomUUID();
    kol.limit(measure, null);
    until(kol.byHandle(), "RESTRICTED");

    kol.unpublish(measure);

    until(kol.byHandle(), "CLEAR");
    long head = neighbours.sanctions().feed().head();
    kol.limit(UUID.randomUUID(), null);
    until(kol.byHandle(), "RESTRICTED");
    neighbours.sanctions().feed().rewind(head);
    until(kol.byHandle(), "CLEAR");
  }

  @Test
  @DisplayName("a registered minor under a limit whose names are withheld stays restricted")
  void namesWithheld() {
    String number = "KOL-200000022";
    UUID measure = UUID.randomUUID();
    kol.register("REGISTERED", number, null);
    kol.open();
    kol.limit(measure, null);
    until(kol.byHandle(), "RESTRICTED");

    // What the registry tells when names are withheld: the same without the name.
    kol.register("REGISTERED", number, null);
    long head = neighbours.registry().feed().head();
    FictionalKol other = new FictionalKol(neighbours);
    other.register("REGISTERED", null, null);
    other.open();
    until(other.byHandle(), "CLEAR");
    neighbours.registry().feed().rewind(head);
    until(other.byHandle(), "UNKNOWN"); // so it was loaded anew

    JsonPath restricted = until(kol.byHandle(), "RESTRICTED");
    assertEquals(measure.toString(), restricted.get("restrictions[0].measure"));
    assertEquals("REGISTERED", restricted.get("subject.status"));
    assertEquals(number, restricted.get("subject.registrationNumber"));
  }

  @ParameterizedTest
  @CsvSource({
    "accounts?platform=TIKTOK&handle=hu.cau&id=1, invalid-value",
    "accounts, invalid-value",
    "accounts?handle=hu.cau, invalid-value",
    "accounts?platform=TELEX&handle=hu.cau, invalid-value",
    "accounts?url=https://vm.tiktok.com/x, invalid-value",
    "accounts?platform=TIKTOK&handle=hu.cau&activity=perform, invalid-value",
    "accounts?platform=TIKTOK&handle=hu.cau&territory=63, invalid-value",
    "accounts?platform=TIKTOK&handle=hu.cau&territory=15, invalid-value",
    "accounts?platform=TIKTOK&handle=hu.cau&at=, invalid-value",
    "accounts?platform=TIKTOK&handle=hu.cau&url=, invalid-value",
    "accounts?platform=TIKTOK&handle=hu.cau&at=2027-01-15T09:00:00 07:00, invalid-value",
    "accounts?platform=TIKTOK&handle=hu.cau&at=2020-01-01T00:00:00Z, invalid-value",
    "accounts?platform=TIKTOK&handle=hu.cau&at=tomorrow, invalid-value",
    "accounts?platform=TIKTOK&handle=hu.cau&teritory=79, unknown-property",
    "accounts?platform=TIKTOK&handle=hu.cau&handle=other, invalid-value",
    "accounts?platform=TIKTOK&Handle=hu.cau, unknown-property",
    "kols/KOL-100000010, invalid-value",
    "kols/x, invalid-value"
  })
  @DisplayName("GW-8 a check that is no good is refused in words")
  void refused(String path, String slug) {
    isProblem(platform().get("/trust/v1/" + path).then(), 400, slug);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "accounts?url=https://vm.tiktok.com/x|url|account.short-link",
        "accounts?url=http://www.tiktok.com/@x|url|account.not-https",
        "accounts?url=https://example.com/x|url|account.unknown-host",
        "accounts?url=https://www.tiktok.com:443/@hu.cau|url|account.port",
        "accounts?url=https://a@www.tiktok.com/@hu.cau|url|account.userinfo",
        "accounts?url=https://www.facebook.com/saved|url|account.not-an-account",
        "accounts?url=https://www.facebook.com/share/1x|url|account.short-link",
        "accounts?url=https://www.facebook.com/profile.php|url|account.profile-id",
        "accounts?url=https://www.youtube.com/c/x|url|account.unresolvable",
        "accounts?url=https://www.tiktok.com/@a|url|account.bad-handle",
        "accounts?platform=FACEBOOK&handle=share|handle|account.not-an-account",
        "accounts?platform=TIKTOK&handle=a|handle|account.bad-handle",
        "accounts?platform=YOUTUBE&id=1|id|account.bad-platform-id",
        "accounts?url=https://zalo.me/0912345678|url|account.phone-number",
        "accounts?platform=ZALO_OA&handle=0912345678|handle|account.phone-number",
        "accounts?platform=INSTAGRAM&handle=hu..cau|handle|account.bad-handle",
        "accounts?handle=hu.cau|platform|account.platform-needed",
        "kols/KOL-1|registrationNumber|number.short",
        "kols/KOL-100000010|registrationNumber|number.check",
        "kols/x|registrationNumber|number.form",
        "accounts?platform=TIKTOK&handle=hu.cau&territory=79|territory|province.no-version",
        "accounts?platform=TIKTOK&handle=hu.cau&territory=15|territory|province.ambiguous",
        "accounts?platform=TIKTOK&handle=hu.cau&territory=2024:77|territory|province.former",
        "accounts?platform=TIKTOK&handle=hu.cau&territory=2025:1|territory|province.form",
        "accounts?platform=TIKTOK&handle=hu.cau&at=2027-01-15T09:00:00+07:00|at|instant.plus",
        "accounts?platform=TIKTOK&handle=hu.cau&at=2027-01-15|at|instant.form"
      })
  @DisplayName("GW-8, VOC-14 the fault is named in the words of the registry")
  void faults(String path, String field, String key) {
    for (String language : new String[] {"en", "vi"}) {
      ResourceBundle texts = BothLanguages.texts("door", Locale.forLanguageTag(language));
      String beginning = texts.getString(key).split("\\{")[0];
      platform()
          .urlEncodingEnabled(false)
          .header("Accept-Language", language)
          .get("/trust/v1/" + path)
          .then()
          .statusCode(400)
          .body("violations.field", contains(field))
          .body("violations[0].message", startsWith(beginning));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.tiktok.com/@hu.cau?_t=1%26_r=1",
    "https://www.youtube.com/@hu.cau?si=x%23top",
    "https://vi-vn.facebook.com/hu.cau.mau",
    "https://www.facebook.com/p/Linh-Ca-Mau-100012345678901/"
  })
  @DisplayName("GW-8, VOC-11 addresses as apps share them are read")
  void shared(String url) {
    platform()
        .urlEncodingEnabled(false)
        .get("/trust/v1/accounts?url=" + url)
        .then()
        .statusCode(200)
        .body("verdict", equalTo("UNKNOWN"));
  }

  @Test
  @DisplayName("ACCESS-2 no token 401, another role 403; words in the caller's language")
  void access() {
    isProblem(given().get(kol.byHandle()).then(), 401, "unauthenticated");
    isProblem(
        given()
            .header("Authorization", "Bearer " + Tokens.as("trust-replica"))
            .get(kol.byHandle())
            .then(),
        403,
        "forbidden");
    isProblem(
            given().header("Accept-Language", "vi").get(kol.byHandle()).then(),
            401,
            "unauthenticated")
        .header("Content-Language", "vi");
    isProblem(
        given()
            .header("Authorization", "Bearer " + Tokens.of("x", "platform").expiresIn(-60))
            .get(kol.byHandle())
            .then(),
        401,
        "unauthenticated");
  }

  @Test
  @DisplayName("ready with the index loaded; checks and age are counted")
  void operations() {
    Management.get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    String metrics = Management.get("/q/metrics").then().statusCode(200).extract().asString();
    assertTrue(metrics.contains("trust_checks_total{verdict=\"UNKNOWN\"}"), metrics);
    assertTrue(metrics.contains("trust_index_age_seconds"), metrics);
  }
}
