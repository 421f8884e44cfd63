package vn.digitaltrust.registry.subject;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.digitaltrust.registry.testing.Registry;

/** Characters that no name may hold, wherever a name is entered. They stand as JSON escapes. */
@QuarkusTest
class NamesTest extends Registry {
  private static final String HIDDEN = "R\\u200B\\u00F9a";
  private static final String CHARACTER = "U+200B ZERO WIDTH SPACE";

  private static void isRefused(ValidatableResponse answer, String field, String character) {
    answer
        .statusCode(400)
        .body("type", equalTo("urn:digital-trust:problem:invalid-value"))
        .body("violations.field", contains(field))
        .body("violations[0].message", containsString(character));
  }

  @ParameterizedTest
  @CsvSource({
    "R\\u200B\\u00F9a, U+200B ZERO WIDTH SPACE",
    "R\\u00ADua, U+00AD SOFT HYPHEN",
    "T\\u202Eabc, U+202E RIGHT-TO-LEFT OVERRIDE",
    "T\\uFEFFabc, U+FEFF ZERO WIDTH NO-BREAK SPACE",
    "T\\uFFF9abc, U+FFF9 INTERLINEAR ANNOTATION ANCHOR",
    "T\\uE000abc, U+E000 PRIVATE USE AREA E000",
    "T\\uDB40\\uDC41abc, U+E0041 TAG LATIN CAPITAL LETTER A",
    "T\\uFFFEabc, U+FFFE",
    "\\u3164, U+3164 HANGUL FILLER",
    "M\\u0430i, U+0430 CYRILLIC SMALL LETTER A"
  })
  @DisplayName("REG-2, VOC-13 a KOL's name holds no such character, and is told which")
  void kols(String name, String character) {
    isRefused(
        registrar().body(kolBody(name, "Nguyễn Thị Riêng Tư")).post("/kols").then(),
        "names[0].value",
        character);
    isRefused(
        registrar().body(kolBody("Rùa", name)).post("/kols").then(), "names[1].value", character);
  }

  @Test
  @DisplayName("REG-2, VOC-13 nor does one of an organisation, a recorded subject or a guardian")
  void others() {
    isRefused(
        registrar()
            .body(
                "{\"names\":[{\"type\":\"LEGAL\",\"value\":\"C\\u043Eng ty Mau Lam\"}],"
                    + "\"organisationType\":\"STATE_BODY\",\"homeProvince\":\"2025:01\"}")
            .post("/organisations")
            .then(),
        "names[0].value",
        "U+043E CYRILLIC SMALL LETTER O");
    for (var who : new String[] {"registrar", "case-officer"}) {
      isRefused(
          as(who)
              .body(
                  "{\"kind\":\"KOL\",\"names\":[{\"type\":\"STAGE\",\"value\":\"%s\"}]}"
                      .formatted(HIDDEN))
              .post("/recorded-subjects")
              .then(),
          "names[0].value",
          CHARACTER);
    }
    isRefused(
        registrar()
            .body(
                kolBody("Bé", "Nguyễn Thị Bé")
                    .replace(
                        "\"birthDate\":\"1996-05-17\"",
                        "\"birthDate\":\"2014-05-17\",\"guardian\":{\"name\":\"%s\"}"
                            .formatted(HIDDEN)))
            .post("/kols")
            .then(),
        "guardian.name",
        CHARACTER);
    var id = submitted("Đổi Tên");
    isRefused(
        registrar()
            .header("If-Match", etag("/kols/" + id))
            .body(kolBody(HIDDEN, "Nguyễn Thị Riêng Tư"))
            .put("/kols/" + id)
            .then(),
        "names[0].value",
        CHARACTER);
  }

  @Test
  @DisplayName("VOC-13 whoever looks for such a name is told so, not that there is nobody")
  void searched() {
    for (var kind : new String[] {"kols", "organisations"}) {
      isRefused(
          registrar()
              .urlEncodingEnabled(false)
              .get("/" + kind + "/candidates?name=R%E2%80%8B%C3%B9a")
              .then(),
          "name",
          CHARACTER);
    }
  }

  @Test
  @DisplayName("VOC-13, VOC-14 the words are those of the language asked for")
  void inVietnamese() {
    registrar()
        .header("Accept-Language", "vi")
        .body(kolBody(HIDDEN, "Nguyễn Thị Riêng Tư"))
        .post("/kols")
        .then()
        .statusCode(400)
        .body("violations[0].message", containsString("không được chứa ký tự " + CHARACTER));
  }

  @Test
  @DisplayName("VOC-13 emoji and letters of other forms stay as they are written")
  void kept() {
    registrar()
        .body(kolBody("Sao \uD83D\uDC69\u200D\uD83D\uDE80 ＳＡＯ", "Nguyễn Thị Riêng Tư"))
        .post("/kols")
        .then()
        .statusCode(201)
        .body("file.names[0].value", equalTo("Sao \uD83D\uDC69\u200D\uD83D\uDE80 ＳＡＯ"));
  }
}
