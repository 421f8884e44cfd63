package vn.digitaltrust.alliance.membership;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.digitaltrust.alliance.testing.OwnJournal;
import vn.digitaltrust.alliance.testing.Suite;

/** How requests about memberships are read and answered, whatever they ask for. */
@QuarkusTest
class MembershipRequestsTest extends Suite {
  private static final String PATH = "/alliance/v1/memberships";

  private String applied(UUID subject) {
    return PATH + "/" + apply(kol(subject), subject).statusCode(201).extract().path("id");
  }

  private static UUID id(String path) {
    return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
  }

  @Test
  @DisplayName("a change names the version that it was made from")
  void versions() {
    String path = applied(neighbours.subject("KOL", "REGISTERED"));
    as(admin()).body("{}").post(path + "/admissions/requests").then().statusCode(428);
    as(admin())
        .header("If-Match", "\"7\"")
        .body("{}")
        .post(path + "/admissions/requests")
        .then()
        .statusCode(412);
    as(admin()).get(path).then().body("status", equalTo("APPLIED"));
  }

  @Test
  @DisplayName("the same request with the same key is done once, and shows its first outcome")
  void repeated() {
    UUID kol = neighbours.subject("KOL", "REGISTERED");
    String body = "{\"subject\":\"%s\",\"codeOfConduct\":\"1.0\"}".formatted(kol);
    String key = UUID.randomUUID().toString();
    var first = as(kol(kol)).header("Idempotency-Key", key).body(body).post(PATH);
    String path = PATH + "/" + first.then().statusCode(201).extract().path("id");
    neighbours.answers("/registry/v1/subjects/.*", 500);
    as(kol(kol))
        .header("Idempotency-Key", key)
        .body(body)
        .post(PATH)
        .then()
        .statusCode(201)
        .body("id", equalTo(first.path("id")));
    as(kol(kol))
        .header("Idempotency-Key", key)
        .body(body.replace("1.0", "0.9"))
        .post(PATH)
        .then()
        .statusCode(422)
        .body("type", equalTo("urn:digital-trust:problem:retry-key-reused"));
    freshNeighbours();
    neighbours.subject(kol, "KOL", "REGISTERED", kol);
    act(secondAdmin(), path, "admissions/requests", "{}").statusCode(201);
    for (int i = 0; i < 2; i++) {
      as(admin())
          .header("Idempotency-Key", key)
          .header("If-Match", "\"1\"")
          .body("{}")
          .post(path + "/admissions/approvals")
          .then()
          .statusCode(201)
          .body("status", equalTo("ADMITTED"));
    }
    assertEquals(3, OwnJournal.types(id(path)).size());
  }

  @Test
  @DisplayName("lists come in pages that add up, and a cursor belongs to its filter")
  void pages() {
    Set<String> made = new HashSet<>();
    for (int i = 0; i < 5; i++) {
      UUID kol = neighbours.subject("KOL", "REGISTERED");
      made.add(apply(kol(kol), kol).extract().path("id"));
    }
    Set<String> seen = new HashSet<>();
    String cursor = null;
    do {
      var page =
          as(admin())
              .queryParam("limit", 2)
              .queryParams(cursor == null ? Map.of() : Map.of("cursor", cursor))
              .get(PATH)
              .then()
              .statusCode(200)
              .extract()
              .jsonPath();
      List<String> ids = page.getList("items.id");
      ids.forEach(id -> assertEquals(true, seen.add(id), "twice: " + id));
      cursor = page.getString("next");
    } while (cursor != null);
    assertEquals(true, seen.containsAll(made));
    String next = as(admin()).get(PATH + "?limit=1").path("next");
    as(admin())
        .get(PATH + "?limit=1&subject=" + UUID.randomUUID() + "&cursor=" + next)
        .then()
        .statusCode(400);
    as(admin()).get(PATH + "?limit=201").then().statusCode(400);
    as(admin()).get(PATH + "?limit=0").then().statusCode(400);
    as(admin()).get(PATH + "?limit=x").then().statusCode(400);
  }

  @ParameterizedTest(name = "{0} is refused with {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | 400 | invalid-value",
        "{\"subject\": | 400 | malformed-request",
        "{\"subject\":7,\"codeOfConduct\":\"1.0\"} | 400 | malformed-request",
        "{\"subject\":\"SUBJECT\",\"codeOfConduct\":1.0} | 400 | malformed-request",
        "{\"subject\":\"SUBJECT\",\"codeOfConduct\":\"1.0\",\"b\":1} | 400 | unknown-property",
        "{\"subject\":\"SUBJECT\",\"codeOfConduct\":\"11111.0\"} | 400 | invalid-value",
        "[] | 400 | malformed-request",
        "'' | 400 | invalid-value"
      })
  void malformed(String body, int status, String slug) {
    UUID kol = neighbours.subject("KOL", "REGISTERED");
    long before = OwnJournal.length();
    as(kol(kol))
        .body(body.replace("SUBJECT", kol.toString()))
        .post(PATH)
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:digital-trust:problem:" + slug))
        .body("title", notNullValue());
    assertEquals(before, OwnJournal.length());
  }

  @Test
  @DisplayName("a problem is told in Vietnamese to who asks for it")
  void vietnamese() {
    as(admin())
        .header("Accept-Language", "vi")
        .get(PATH + "/" + UUID.randomUUID())
        .then()
        .statusCode(404)
        .header("Content-Language", equalTo("vi"))
        .body("title", equalTo("Không tìm thấy"));
    as(admin()).get(PATH + "/7").then().statusCode(404);
    as(admin()).contentType("text/plain").body("x").post(PATH).then().statusCode(415);
  }
}
