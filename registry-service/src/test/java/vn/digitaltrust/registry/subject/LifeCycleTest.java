package vn.digitaltrust.registry.subject;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.registry.testing.Registry;
import vn.digitaltrust.vocabulary.RegistrationNumber;

@QuarkusTest
class LifeCycleTest extends Registry {

  @Test
  @DisplayName("REG-1 a KOL is entered, verified, registered, rests, comes back and leaves")
  void theWholeLife() {
    var id =
        registrar()
            .body(kolBody("Linh Ca Mẫu", "Nguyễn Thị Linh"))
            .post("/kols")
            .then()
            .statusCode(201)
            .header("Location", containsString("/registry/v1/kols/"))
            .header("ETag", "\"0\"")
            .body("status", equalTo("SUBMITTED"))
            .body("displayName", nullValue())
            .extract()
            .<String>path("id");
    var path = "/kols/" + id;
    act(path, "verifications", VERIFICATION).statusCode(200).body("status", equalTo("VERIFIED"));
    act(path, "registrations", "{}")
        .statusCode(200)
        .body("status", equalTo("REGISTERED"))
        .body("displayName", equalTo("Linh Ca Mẫu"))
        .body("registrationNumber", matchesPattern("KOL-[0-9]{8}[0-9A-Z]"));
    act(path, "deactivations", REASON).body("status", equalTo("INACTIVE"));
    act(path, "reactivations", REASON).body("status", equalTo("REGISTERED"));
    act(path, "deregistrations", REASON).body("status", equalTo("DEREGISTERED"));
    assertEquals(
        List.of(
            "kol.submitted",
            "kol.submitted PARTY",
            "kol.verified",
            "kol.verified PARTY",
            "kol.registered",
            "kol.registered PARTY",
            "kol.deactivated",
            "kol.deactivated PARTY",
            "kol.reactivated",
            "kol.reactivated PARTY",
            "kol.deregistered",
            "kol.deregistered PARTY"),
        journalOf(id));
  }

  @Test
  @DisplayName("REG-7 a KOL is found by its number, and a slip of the pen is told as one")
  void byNumber() {
    var id = registered("Nam Mẫu");
    String number = registrar().get("/kols/" + id).path("registrationNumber");
    as("platform")
        .get("/kols/by-number/" + number)
        .then()
        .statusCode(200)
        .body("id", equalTo(id))
        .body("canonicalId", equalTo(id))
        .body("$", not(hasKey("file")));
    var wrong = number.substring(0, number.length() - 1) + (number.endsWith("A") ? "B" : "A");
    as("platform")
        .get("/kols/by-number/" + wrong)
        .then()
        .statusCode(400)
        .body("type", equalTo("urn:digital-trust:problem:invalid-value"))
        .body("violations.field", hasItem("number"));
    as("platform")
        .get("/kols/by-number/" + RegistrationNumber.of(99_999_999L))
        .then()
        .statusCode(404);
  }

  @Test
  @DisplayName("REG-1 a recorded subject may later be submitted, under the same id")
  void recordedThenSubmitted() {
    var id = recorded("Người Được Nêu Tên");
    as("platform")
        .get("/subjects/" + id)
        .then()
        .statusCode(200)
        .body("status", equalTo("RECORDED"))
        .body("displayName", nullValue());
    act("/kols/" + id, "submissions", kolBody("Tên Mới", "Trần Văn Mới"))
        .statusCode(200)
        .body("id", equalTo(id))
        .body("status", equalTo("SUBMITTED"));
    assertEquals(
        List.of("kol.recorded", "kol.recorded PARTY", "kol.submitted", "kol.submitted PARTY"),
        journalOf(id));
  }

  @Test
  @DisplayName("REG-1 what the status does not allow is 409 and changes nothing")
  void illegalTransition() {
    var id = submitted("Vội Vàng");
    var before = etag("/kols/" + id);
    act("/kols/" + id, "registrations", "{}")
        .statusCode(409)
        .body("type", equalTo("urn:digital-trust:problem:illegal-state"))
        .body("detail", containsString("SUBMITTED"));
    assertEquals(before, etag("/kols/" + id));
    assertEquals(List.of("kol.submitted", "kol.submitted PARTY"), journalOf(id));
  }

  @Test
  @DisplayName("REG-7 numbers are issued in order and never twice, not even after a refusal")
  void numbersAreNeverReused() {
    String first = registrar().get("/kols/" + registered("Một")).path("registrationNumber");
    String second = registrar().get("/kols/" + registered("Hai")).path("registrationNumber");
    assertTrue(digits(second) > digits(first));
  }

  private static long digits(String number) {
    return Long.parseLong(number.substring(4, number.length() - 1));
  }

  @Test
  @DisplayName(
      "REG-8 an organisation is entered with a valid tax code and registered without a number")
  void organisation() {
    var body =
        """
        {"names":[{"type":"LEGAL","value":"Công ty Mẫu %s"}],"organisationType":"BUSINESS",
         "taxCode":"%s","homeProvince":"2025:01"}
        """;
    registrar()
        .body(body.formatted("A", "0100109107"))
        .post("/organisations")
        .then()
        .statusCode(400)
        .log()
        .body()
        .body("violations.field", hasItem("taxCode"));
    String id =
        registrar()
            .body(body.formatted("B", "0100109106"))
            .post("/organisations")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    var path = "/organisations/" + id;
    act(path, "verifications", VERIFICATION).statusCode(200);
    act(path, "registrations", "{}")
        .statusCode(200)
        .body("kind", equalTo("ORGANISATION"))
        .body("displayName", equalTo("Công ty Mẫu B"))
        .body("registrationNumber", nullValue());
    registrar().get("/kols/" + id).then().statusCode(404);
    registrar()
        .body(body.formatted("C", "0100109106"))
        .post("/organisations")
        .then()
        .statusCode(409);
    assertEquals("organisation.submitted", journalOf(id).get(0));
  }

  @Test
  @DisplayName("REG-8 an organisation without a tax code cannot be registered, a state body can")
  void withoutTaxCode() {
    var body =
        """
        {"names":[{"type":"LEGAL","value":"Cơ quan Mẫu"}],"organisationType":"%s",
         "homeProvince":"2025:01"}
        """;
    for (var type : List.of("PRESS", "STATE_BODY")) {
      String id =
          registrar()
              .body(body.formatted(type))
              .post("/organisations")
              .then()
              .statusCode(201)
              .extract()
              .path("id");
      act("/organisations/" + id, "verifications", VERIFICATION).statusCode(200);
      var answer = act("/organisations/" + id, "registrations", "{}");
      if (type.equals("PRESS")) {
        answer.statusCode(422).body("rule", equalTo("REG-8"));
      } else {
        answer.statusCode(200);
      }
    }
  }

  @Test
  @DisplayName("an id of nobody is 404 in its own problem")
  void unknown() {
    as("platform")
        .get("/subjects/" + UUID.randomUUID())
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:digital-trust:problem:not-found"));
  }
}
