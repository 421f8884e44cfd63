package vn.digitaltrust.registry.subject;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.digitaltrust.registry.testing.Registry;

@QuarkusTest
class GuardianTest extends Registry {
  private static final String CHILD = "2012-03-04";
  private static final String ADULT = "1990-03-04";

  /** A KOL with whatever else it is entered with, each part written with a comma in front. */
  private static String body(String name, String category, String more) {
    return """
    {"names":[{"type":"STAGE","value":"%s"}],"influence":"KOL","category":"%s","homeProvince":"2025:79"%s}
    """
        .formatted(name, category, more);
  }

  private static String born(String day) {
    return ",\"birthDate\":\"%s\"".formatted(day);
  }

  private static String guardedBy(String subject) {
    return ",\"guardian\":{\"subject\":\"%s\"}".formatted(subject);
  }

  private static final String BY_MOTHER = ",\"guardian\":{\"name\":\"Mẹ Mẫu\"}";

  private static ValidatableResponse enter(String body) {
    return registrar().body(body).post("/kols").then();
  }

  private static String entered(String body) {
    return enter(body).statusCode(201).extract().path("id");
  }

  private static ValidatableResponse register(String id) {
    act("/kols/" + id, "verifications", VERIFICATION).statusCode(200);
    return act("/kols/" + id, "registrations", "{}");
  }

  private static ValidatableResponse put(String id, String body) {
    return registrar().header("If-Match", etag("/kols/" + id)).body(body).put("/kols/" + id).then();
  }

  @Test
  @DisplayName("REG-5 who enters itself without a birth date is not registered before it is known")
  void anUnknownAgeIsNotRegistered() {
    var id = UUID.randomUUID().toString();
    with(kolToken(id)).body(body("Không Tuổi", "ARTIST", "")).post("/kols").then().statusCode(201);
    register(id).statusCode(422).body("rule", equalTo("REG-5"));
    put(id, body("Không Tuổi", "ARTIST", born(CHILD)))
        .statusCode(422)
        .body("rule", equalTo("REG-5"));
    put(id, body("Không Tuổi", "ARTIST", born(CHILD) + BY_MOTHER)).statusCode(200);
    act("/kols/" + id, "registrations", "{}").statusCode(200).body("displayName", nullValue());
  }

  @Test
  @DisplayName(
      "REG-5, REG-150 an influencer that is nobody's body needs no birth date but a responsible"
          + " person, until it is a person")
  void virtualOnes() {
    var id = entered(body("Nhân Vật Ảo", "VIRTUAL_INFLUENCER", ""));
    register(id).statusCode(422).body("rule", equalTo("REG-150"));
    var minor = entered(body("Bé Sáng Tạo", "ARTIST", born(CHILD) + BY_MOTHER));
    put(id, body("Nhân Vật Ảo", "VIRTUAL_INFLUENCER", guardedBy(minor)))
        .statusCode(422)
        .body("rule", equalTo("REG-5"));
    var creator = entered(body("Người Sáng Tạo", "ARTIST", born(ADULT)));
    put(id, body("Nhân Vật Ảo", "VIRTUAL_INFLUENCER", guardedBy(creator))).statusCode(200);
    act("/kols/" + id, "registrations", "{}").statusCode(200);
    put(id, body("Nhân Vật Ảo", "VIRTUAL_INFLUENCER", ""))
        .statusCode(200)
        .body("file.guardian.subject", equalTo(creator))
        .body("displayName", equalTo("Nhân Vật Ảo"));
    put(id, body("Nhân Vật Ảo", "ARTIST", "")).statusCode(422).body("rule", equalTo("REG-5"));
    put(id, body("Nhân Vật Ảo", "ARTIST", born(ADULT))).statusCode(200);
  }

  @Test
  @DisplayName("REG-5 a change that leaves them out drops neither birth date, guardian nor silence")
  void aChangeDropsNothing() {
    var id = entered(body("Bé Kín Tên", "ARTIST", born(CHILD) + BY_MOTHER));
    register(id).statusCode(200).body("displayName", nullValue());
    put(id, body("Bé Đổi Tên", "HOST", ""))
        .statusCode(200)
        .body("displayName", nullValue())
        .body("category", equalTo("HOST"))
        .body("file.birthDate", equalTo(CHILD))
        .body("file.guardian.name", equalTo("Mẹ Mẫu"))
        .body("file.namesWithheld", equalTo(true));
    as("platform").get("/kols/" + id).then().body("displayName", nullValue());
  }

  @Test
  @DisplayName("REG-5 a name that was withheld stays so until a change says otherwise")
  void withheldUntilSaid() {
    var id = entered(body("Bị Đe Dọa", "ARTIST", born(ADULT) + ",\"namesWithheld\":true"));
    register(id).statusCode(200).body("displayName", nullValue());
    put(id, body("Bị Đe Dọa", "ARTIST", born(ADULT)))
        .statusCode(200)
        .body("displayName", nullValue());
    put(id, body("Hết Đe Dọa", "ARTIST", ",\"namesWithheld\":false"))
        .statusCode(200)
        .body("displayName", equalTo("Hết Đe Dọa"));
    // Found out to be a child: withheld again without being told to.
    put(id, body("Hết Đe Dọa", "ARTIST", born(CHILD) + BY_MOTHER))
        .statusCode(200)
        .body("displayName", nullValue());
  }

  @Test
  @DisplayName(
      "REG-5 a guardian is somebody else: of full age, or an organisation, and still there")
  void whoMayBeAGuardian() {
    var adult = entered(body("Người Lớn", "ARTIST", born(ADULT)));
    var child = entered(body("Bé Một", "ARTIST", born(CHILD) + guardedBy(adult)));
    String organisation =
        registrar()
            .body(
                "{\"names\":[{\"type\":\"LEGAL\",\"value\":\"Cơ quan Giám Hộ\"}],"
                    + "\"organisationType\":\"STATE_BODY\",\"homeProvince\":\"2025:01\"}")
            .post("/organisations")
            .then()
            .extract()
            .path("id");
    entered(body("Bé Hai", "ARTIST", born(CHILD) + guardedBy(organisation)));
    var ageless = entered(body("Không Tuổi", "ARTIST", ""));
    var seventeen = entered(body("Mười Bảy", "ARTIST", born("2008-11-25")));
    entered(
        body(
            "Bé Ba",
            "ARTIST",
            born(CHILD) + guardedBy(entered(body("Mười Tám", "ARTIST", born("2008-11-24"))))));
    erase(organisation);
    var merged = entered(body("Bị Nhập", "ARTIST", born(ADULT)));
    act("/subjects/" + merged, "merges", "{\"into\":\"%s\",\"reason\":\"trùng\"}".formatted(adult))
        .statusCode(200);
    for (var unfit :
        new String[] {
          child,
          organisation,
          ageless,
          seventeen,
          merged,
          recorded("Chỉ Được Nêu"),
          UUID.randomUUID().toString()
        }) {
      enter(body("Bé Bốn", "ARTIST", born(CHILD) + guardedBy(unfit)))
          .statusCode(422)
          .body("rule", equalTo("REG-5"));
    }
    put(child, body("Bé Một", "ARTIST", guardedBy(child)))
        .statusCode(422)
        .body("rule", equalTo("REG-5"));
    var itself = UUID.randomUUID().toString();
    with(kolToken(itself))
        .body(body("Tự Giám Hộ", "ARTIST", born(CHILD) + guardedBy(itself)))
        .post("/kols")
        .then()
        .statusCode(422)
        .body("rule", equalTo("REG-5"));
  }

  @Test
  @DisplayName("REG-5 a guardian that has gone since is no guardian on the day of registration")
  void theGuardianOfThatDay() {
    var adult = entered(body("Sẽ Đi", "ARTIST", born(ADULT)));
    var child = entered(body("Bé Năm", "ARTIST", born(CHILD) + guardedBy(adult)));
    erase(adult);
    register(child).statusCode(422).body("rule", equalTo("REG-5"));
  }

  @ParameterizedTest
  @DisplayName("a guardian is exactly one of a subject and a name that can be read")
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"relation\":\"mẹ\"}|guardian",
        "{\"name\":\"\\u00a0\"}|guardian.name",
        "{\"name\":\" \",\"subject\":\"00000000-0000-7000-8000-000000000000\"}|guardian"
      })
  void oneGuardian(String guardian, String field) {
    enter(body("Bé Sáu", "ARTIST", born(CHILD) + ",\"guardian\":" + guardian))
        .statusCode(400)
        .body("violations.field", hasItem(field));
  }
}
