package vn.digitaltrust.alliance.certificate;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.digitaltrust.alliance.testing.Suite;
import vn.digitaltrust.journal.testing.Tokens;
import vn.digitaltrust.vocabulary.CertificateNumber;

@QuarkusTest
class CertificateResourceTest extends Suite {

  @Test
  @DisplayName("ALL-30 ALL-31 a certificate is granted for twelve months from today")
  void grantedForTwelveMonths() {
    UUID kol = neighbours.subject("KOL", "REGISTERED");
    grant(kol, "")
        .statusCode(201)
        .header("ETag", equalTo("\"0\""))
        .header("Location", containsString("/alliance/v1/certificates/"))
        .body("number", matchesPattern("IT-[0-9]{8}[0-9A-Z]"))
        .body("status", equalTo("VALID"))
        .body("from", equalTo("2026-11-24"))
        .body("until", equalTo("2027-11-23"))
        .body("startsAt", equalTo("2026-11-24T03:00:00Z"))
        .body("endsAt", equalTo("2027-11-23T17:00:00Z"))
        .body("suspensions", empty())
        .body("withdrawnAt", nullValue())
        .body("total", equalTo(88.5f))
        .body("grade", equalTo("B"));
  }

  @Test
  @DisplayName("ALL-33 it ends at the first instant of the next term's day, without any job")
  void endsByTime() {
    String path = certificate(neighbours.subject("KOL", "REGISTERED"));
    clock.set(Instant.parse("2027-11-23T16:59:59.999999Z"));
    as(Tokens.as("platform")).get(path).then().body("status", equalTo("VALID"));
    clock.advance(Duration.ofNanos(1_000));
    as(Tokens.as("platform")).get(path).then().body("status", equalTo("ENDED"));
  }

  @ParameterizedTest(name = "ALL-34 a {0} that is {1}: {2}")
  @CsvSource({
    "KOL, REGISTERED, 201", "KOL, VERIFIED, 422", "KOL, SUBMITTED, 422", "KOL, RECORDED, 422",
    "KOL, INACTIVE, 422", "KOL, DEREGISTERED, 422", "KOL, ERASED, 422", "KOL, NEWER, 422",
    "ORGANISATION, REGISTERED, 422", "NEWER, REGISTERED, 422"
  })
  void onlyRegisteredKols(String kind, String status, int expected) {
    var answer = grant(neighbours.subject(kind, status), "").statusCode(expected);
    if (expected == 422) {
      answer.body("rule", equalTo("ALL-34"));
    }
  }

  @Test
  @DisplayName("ALL-35 the next certificate begins after the last day of this one, never earlier")
  void noTwoAtOnce() {
    UUID kol = neighbours.subject("KOL", "REGISTERED");
    certificate(kol);
    grant(kol, "").statusCode(422).body("rule", equalTo("ALL-35"));
    clock.set(Instant.parse("2027-11-01T03:00:00Z"));
    grant(kol, ",\"from\":\"2027-11-23\"").statusCode(422).body("rule", equalTo("ALL-35"));
    grant(kol, ",\"from\":\"2027-11-24\"")
        .statusCode(201)
        .body("status", equalTo("UPCOMING"))
        .body("startsAt", equalTo("2027-11-23T17:00:00Z"));
    as(Tokens.as("platform"))
        .get("/alliance/v1/certificates?subject=" + kol)
        .then()
        .body("items", hasSize(2));
  }

  @Test
  @DisplayName("ALL-35 of two certificates granted at the same moment one is refused by the rule")
  void twoAtTheSameMoment() throws Exception {
    ExecutorService assessors = Executors.newFixedThreadPool(4);
    try {
      for (int round = 0; round < 5; round++) {
        UUID kol = neighbours.subject("KOL", "REGISTERED");
        Callable<Integer> one = () -> grant(kol, "").extract().statusCode();
        List<Integer> statuses = new ArrayList<>();
        for (Future<Integer> each : assessors.invokeAll(Collections.nCopies(4, one))) {
          statuses.add(each.get());
        }
        Collections.sort(statuses);
        assertEquals(List.of(201, 422, 422, 422), statuses);
      }
    } finally {
      assessors.shutdown();
    }
  }

  @ParameterizedTest
  @CsvSource({"it-99999999x, 404", "IT-99999999X%20, 404", "IT-99999999Y, 400", "IT-1, 400"})
  @DisplayName("a number that cannot be is told as such, small letters and blanks are read over")
  void mistyped(String number, int status) {
    as(Tokens.as("platform"))
        .urlEncodingEnabled(false)
        .get("/alliance/v1/certificates/by-number/" + number)
        .then()
        .statusCode(status);
  }

  @ParameterizedTest(name = "ALL-36 from {0}: {1}")
  @CsvSource({
    "2026-11-23, 422",
    "2026-11-24, 201",
    "2026-11-25, 201",
    "2027-02-22, 201",
    "2027-02-23, 422"
  })
  void neverInThePastNorFarAhead(String from, int expected) {
    grant(neighbours.subject("KOL", "REGISTERED"), ",\"from\":\"" + from + "\"")
        .statusCode(expected);
  }

  @ParameterizedTest(name = "ALL-36 from {0} is no day: 400")
  @ValueSource(
      strings = {
        "\"+10000-01-01\"",
        "\"+999999999-12-31\"",
        "\"-0001-01-01\"",
        "\"2026-13-01\"",
        "\"2026-11-31\"",
        "\"2026-11-24T00:00:00Z\"",
        "\"\"",
        "[2026,11,24]",
        "20000"
      })
  void noDay(String from) {
    grant(neighbours.subject("KOL", "REGISTERED"), ",\"from\":" + from)
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:digital-trust:problem:malformed-request"));
  }

  @ParameterizedTest(name = "{0} is refused, and nothing breaks")
  @ValueSource(strings = {"certificates/by-number/%00", "codes-of-conduct/%00", "certificates/%00"})
  void controlCharacters(String path) {
    as(admin())
        .urlEncodingEnabled(false)
        .get("/alliance/v1/" + path)
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
  }

  @Test
  @DisplayName("ALL-37 nobody assesses themselves")
  void nobodyAssessesThemselves() {
    UUID kol = neighbours.subject("KOL", "REGISTERED");
    String both = Tokens.of("both", "assessor", "kol").claim("subject_id", kol).sign();
    as(both)
        .body(
            """
            {"subject":"%s","scores":{"transparency":99,"ethics":99,"engagement":99,"brandFit":99,
             "compliance":99}}
            """
                .formatted(kol))
        .post("/alliance/v1/certificates")
        .then()
        .statusCode(403);
  }

  @Test
  @DisplayName("ALL-38 a total below the pass mark gets no certificate, the pass mark gets one")
  void passMark() {
    UUID kol = neighbours.subject("KOL", "REGISTERED");
    scored(kol, 70, 69).statusCode(422).body("rule", equalTo("ALL-38"));
    scored(kol, 70, 70).statusCode(201).body("grade", equalTo("C"));
  }

  @Test
  @DisplayName("ALL-42 scores are for holder, assessor, alliance and auditor; the mark is public")
  void scoresArePrivate() {
    UUID kol = neighbours.subject("KOL", "REGISTERED");
    String path = certificate(kol);
    for (String role : new String[] {"platform", "press", "authority", "registrar", "kol"}) {
      as(Tokens.as(role))
          .get(path)
          .then()
          .statusCode(200)
          .body("scores", nullValue())
          .body("total", nullValue())
          .body("grade", nullValue());
    }
    for (String role : new String[] {"assessor", "alliance-admin", "auditor"}) {
      as(Tokens.as(role)).get(path).then().statusCode(200).body("scores.ethics", equalTo(91));
    }
    as(kol(kol)).get(path).then().statusCode(200).body("scores.ethics", equalTo(91));
  }

  @Test
  @DisplayName("a certificate is found by the number printed on it")
  void byNumber() {
    String path = certificate(neighbours.subject("KOL", "REGISTERED"));
    String number = as(admin()).get(path).path("number");
    as(Tokens.as("business"))
        .get("/alliance/v1/certificates/by-number/" + number)
        .then()
        .statusCode(200)
        .body("number", equalTo(number));
    as(Tokens.as("business"))
        .get("/alliance/v1/certificates/by-number/" + CertificateNumber.of(99_999_999))
        .then()
        .statusCode(404);
    for (String alike : new String[] {number.toLowerCase(), " " + number + " "}) {
      as(Tokens.as("business"))
          .get("/alliance/v1/certificates/by-number/{number}", alike)
          .then()
          .statusCode(200)
          .body("number", equalTo(number));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "IT-00000001X, check character",
    "IT-1, too short",
    "IT-000000001W, too long",
    "IT-00000001W0, IT-00000001W",
    "999, IT-00000001W"
  })
  @DisplayName(
      "VOC-4, VOC-14 a number that can be none is refused by its fault, and not looked for")
  void wrongNumber(String number, String told) {
    as(Tokens.as("business"))
        .get("/alliance/v1/certificates/by-number/" + number)
        .then()
        .statusCode(400)
        .body("violations[0].field", equalTo("number"))
        .body("violations[0].message", containsString(told));
  }

  private static io.restassured.response.ValidatableResponse scored(
      UUID kol, int four, int compliance) {
    return as(Tokens.as("assessor"))
        .body(
            """
            {"subject":"%s","scores":{"transparency":%d,"ethics":%d,"engagement":%d,"brandFit":%d,
             "compliance":%d}}
            """
                .formatted(kol, four, four, four, four, compliance))
        .post("/alliance/v1/certificates")
        .then();
  }
}
