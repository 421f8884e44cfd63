package vn.digitaltrust.registry.subject;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.journal.testing.Tokens;
import vn.digitaltrust.registry.testing.Registry;

@QuarkusTest
class OwnMatterTest extends Registry {
  @Test
  @DisplayName("REG-86 a registrar does nothing of office about the person that they are")
  void person() {
    var submitted = submitted("Chính Tôi");
    var merged = recorded("Tôi Ngày Trước");
    act("/subjects/" + merged, "merges", into(submitted)).statusCode(200);
    for (var bound : new String[] {submitted, merged}) {
      var me = Tokens.of("registrar-me", "registrar").claim("subject_id", bound).sign();
      own(me, "/kols/" + submitted, "verifications", VERIFICATION);
      own(me, "/subjects/" + merged, "unmerges", REASON);
    }
    act("/kols/" + submitted, "verifications", VERIFICATION).statusCode(200);
    var me = Tokens.of("registrar-me", "registrar").claim("subject_id", merged).sign();
    own(me, "/kols/" + submitted, "registrations", "{}");
    act("/kols/" + submitted, "registrations", "{}").statusCode(200);
    for (var act : Map.of("deactivations", REASON, "deregistrations", REASON).entrySet()) {
      own(me, "/kols/" + submitted, act.getKey(), act.getValue());
    }
    own(me, "/subjects/" + submitted, "merges", into(recorded("Ai Đó Khác")));
    own(me, "/subjects/" + recorded("Lại Ai Đó"), "merges", into(submitted));
    refused(
        with(me)
            .header("If-Match", etag("/kols/" + submitted))
            .body(kolBody("Tên Mới", "Tên Thật"))
            .put("/kols/" + submitted)
            .then());
    refused(
        with(me)
            .body("{\"platform\":\"TIKTOK\",\"handle\":\"%s\"}".formatted(freshHandle()))
            .post("/subjects/" + submitted + "/accounts")
            .then());
    refused(
        with(me)
            .body("{\"subject\":\"%s\",\"reason\":\"Tôi muốn\"}".formatted(submitted))
            .post("/erasure-requests")
            .then());
    var request = erasureAsked(submitted);
    cleared(request);
    own(me, "/erasure-requests/" + request, "approvals", REASON);
    own(me, "/erasure-requests/" + request, "refusals", REASON);
  }

  @Test
  @DisplayName("REG-86 nor about the organisation that they belong to")
  void organisation() {
    String id =
        registrar()
            .body(
                "{\"names\":[{\"type\":\"LEGAL\",\"value\":\"Nhà Tôi\"}],"
                    + "\"organisationType\":\"STATE_BODY\",\"homeProvince\":\"2025:01\"}")
            .post("/organisations")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    var me = Tokens.of("registrar-me", "registrar").claim("member_id", id).sign();
    own(me, "/organisations/" + id, "verifications", VERIFICATION);
    act("/organisations/" + id, "verifications", VERIFICATION).statusCode(200);
    own(me, "/organisations/" + id, "registrations", "{}");
  }

  private static void own(String token, String path, String deed, String body) {
    RequestSpecification me = with(token).header("If-Match", etag(path)).body(body);
    refused(me.post(path + "/" + deed).then());
  }

  private static void refused(ValidatableResponse answer) {
    answer.statusCode(422).body("rule", equalTo("REG-86"));
  }

  private static String into(String subject) {
    return "{\"into\":\"%s\",\"reason\":\"trùng\"}".formatted(subject);
  }
}
