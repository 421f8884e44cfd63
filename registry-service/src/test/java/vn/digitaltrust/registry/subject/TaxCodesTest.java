package vn.digitaltrust.registry.subject;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.registry.testing.Registry;

@QuarkusTest
class TaxCodesTest extends Registry {
  private static final String BUSINESS = "0101248141";
  private static final String PRESS = "0300588569";

  private static String body(String type, String taxCode) {
    return """
    {"names":[{"type":"LEGAL","value":"Tổ chức Mẫu"}],"organisationType":"%s","homeProvince":"2025:01"%s}
    """
        .formatted(type, taxCode == null ? "" : ",\"taxCode\":\"" + taxCode + "\"");
  }

  private static String registered(String type, String taxCode) {
    String id =
        registrar()
            .body(body(type, taxCode))
            .post("/organisations")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    act("/organisations/" + id, "verifications", VERIFICATION).statusCode(200);
    act("/organisations/" + id, "registrations", "{}").statusCode(200);
    return id;
  }

  private static ValidatableResponse change(String id, String body) {
    var path = "/organisations/" + id;
    return registrar().header("If-Match", etag(path)).body(body).put(path).then();
  }

  @Test
  @DisplayName("REG-8 no change takes the tax code of an organisation in the register")
  void kept() {
    var business = registered("BUSINESS", BUSINESS);
    change(business, body("BUSINESS", null)).statusCode(422).body("rule", equalTo("REG-8"));
    change(business, body("BUSINESS", BUSINESS)).statusCode(200);
    act("/organisations/" + business, "deactivations", REASON).statusCode(200);
    change(business, body("AGENCY", null)).statusCode(422).body("rule", equalTo("REG-8"));
    assertEquals(
        List.of(BUSINESS), query("select tax_code from subject where id = '" + business + "'"));
    var office = registered("STATE_BODY", null);
    change(office, body("BUSINESS", null)).statusCode(422).body("rule", equalTo("REG-8"));
    change(office, body("STATE_BODY", null)).statusCode(200);
  }

  @Test
  @DisplayName("REG-8 the database keeps the tax code too, and lets go of it with the registration")
  void database() {
    var id = registered("PRESS", PRESS);
    var lose = "update subject set tax_code = null%s where id = '" + id + "'";
    var refused = assertThrows(IllegalStateException.class, () -> run(lose.formatted("")));
    assertTrue(refused.getCause().getMessage().contains("subject_tax_code_kept"));
    run(lose.formatted(", status = 'DEREGISTERED'"));
  }
}
