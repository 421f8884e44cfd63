package vn.digitaltrust.registry.subject;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.digitaltrust.registry.testing.Registry;

@QuarkusTest
class LanguagesTest extends Registry {
  private static String body(String languages) {
    return kolBody("Nói Nhiều Tiếng", "Nguyễn Thị Riêng Tư")
        .replace("\"influence\"", "\"languages\":" + languages + ",\"influence\"");
  }

  @Test
  @DisplayName("REG-151 languages are public once registered, each once, and gone with an erasure")
  void ofAKol() {
    String id =
        registrar()
            .body(body("[\"vi\",\"tyz\",\"vi\"]"))
            .post("/kols")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    as("platform").get("/kols/" + id).then().body("languages", nullValue());
    act("/kols/" + id, "verifications", VERIFICATION).statusCode(200);
    act("/kols/" + id, "registrations", "{}").statusCode(200);
    as("platform").get("/kols/" + id).then().body("languages", contains("vi", "tyz"));
    registrar()
        .header("If-Match", etag("/kols/" + id))
        .body(body("[\"en\"]"))
        .put("/kols/" + id)
        .then()
        .statusCode(200)
        .body("languages", contains("en"));
    erase(id);
    as("platform").get("/kols/" + id).then().body("languages", nullValue());
    assertEquals(
        List.of("1"), query("select 1 from subject where languages is null and id = '" + id + "'"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[\"VI\"]", "[\"v\"]", "[\"vi,en\"]", "[\"tiếng\"]"})
  @DisplayName("REG-151 a language is a code of two or three small letters")
  void codes(String languages) {
    registrar()
        .body(body(languages))
        .post("/kols")
        .then()
        .statusCode(400)
        .body("violations.field", hasItem("languages[0]"));
  }
}
