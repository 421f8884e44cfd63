package vn.digitaltrust.registry.territory;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.digitaltrust.registry.testing.Registry;
import vn.digitaltrust.vocabulary.Provinces;

/** A home province in the requests and answers of the API. */
@QuarkusTest
class HomeProvinceTest extends Registry {
  private static final String ORGANISATION =
      """
      {"names":[{"type":"LEGAL","value":"Cơ quan Có Tỉnh"}],"organisationType":"STATE_BODY",
       "homeProvince":"%s"}
      """;

  private static ValidatableResponse enterKol(String province) {
    return registrar()
        .body(kolBody("Ai Đó", "Nguyễn Thị Riêng Tư").replace("2025:79", province))
        .post("/kols")
        .then();
  }

  private static ValidatableResponse enterOrganisation(String province) {
    return registrar().body(ORGANISATION.formatted(province)).post("/organisations").then();
  }

  private static void isRefused(ValidatableResponse answer, String told) {
    answer
        .statusCode(400)
        .body("violations.field", hasItem("homeProvince"))
        .body("violations[0].message", containsString(told));
  }

  @Test
  @DisplayName("REG-6 a home province is named, kept and shown with its list's version")
  void withVersion() {
    String kol = enterKol("2025:15").statusCode(201).extract().path("id");
    String organisation = enterOrganisation("2025:01").statusCode(201).extract().path("id");
    registrar().get("/kols/" + kol).then().body("file.homeProvince", equalTo("2025:15"));
    registrar()
        .get("/organisations/" + organisation)
        .then()
        .body("file.homeProvince", equalTo("2025:01"));
    assertEquals(
        List.of("2025:15"),
        query("select home_province from subject where id = '%s'".formatted(kol)));
    registrar()
        .header("If-Match", etag("/kols/" + kol))
        .body(kolBody("Ai Đó", "Nguyễn Thị Riêng Tư").replace("2025:79", "15"))
        .put("/kols/" + kol)
        .then()
        .statusCode(400)
        .body("violations.field", hasItem("homeProvince"));
  }

  @ParameterizedTest(name = "{0} is refused with {1}")
  @DisplayName("REG-6, TER-1 a code without its list's version is refused, and told with it")
  @CsvSource({
    "79, 2025:79",
    "01, 2025:01",
    "15, 2025:15",
    "2025:7, 2025:79",
    "2025-79, 2025:79",
    "hanoi, 2025:79"
  })
  void withoutVersion(String code, String told) {
    isRefused(enterKol(code), told);
    isRefused(enterOrganisation(code), told);
  }

  @Test
  @DisplayName("TER-1 seven codes changed their meaning: each is refused with both, then and now")
  void ambiguous() {
    List<String> changed = new ArrayList<>();
    Provinces.before()
        .forEach(
            (code, former) -> {
              Provinces.Province now = Provinces.now().get("2025:" + code);
              if (now != null && !now.name().equals(former.name())) {
                changed.add(code);
                isRefused(enterKol(code), now.id());
                isRefused(enterKol(code), now.name());
                isRefused(enterKol(code), former.name());
                isRefused(enterKol(code), former.successor());
              }
            });
    assertEquals(7, changed.size(), changed::toString);
  }

  @ParameterizedTest(name = "{0} is refused with {1}")
  @DisplayName("TER-2 a code of the old list is refused with the province of today")
  @CsvSource({
    "2025:26, Phú Thọ",
    "2004:26, Phú Thọ",
    "2004:15, Yên Bái",
    "26, Phú Thọ",
    "74, Hồ Chí Minh",
    "2024:77, 2025:79",
    "2025:99, no province"
  })
  void ofTheListBefore(String code, String told) {
    isRefused(enterKol(code), told);
  }
}
