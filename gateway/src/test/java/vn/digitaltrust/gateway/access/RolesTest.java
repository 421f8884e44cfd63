package vn.digitaltrust.gateway.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.in;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.digitaltrust.gateway.testing.Neighbours;
import vn.digitaltrust.journal.testing.Management;
import vn.digitaltrust.journal.testing.Tokens;
import vn.digitaltrust.vocabulary.Roles;

/** Every endpoint of the gateway's own with every role of the realm. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class RolesTest {
  private static final Set<String> MAY_NOT_CHECK = Set.of(Roles.TRUST_REPLICA, "no-role-at-all");

  private static RequestSpecification as(String role) {
    return given().auth().oauth2(Tokens.as(role));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "platform",
        "business",
        "press",
        "authority",
        "kol",
        "registrar",
        "case-officer",
        "decision-maker",
        "appeal-panel",
        "assessor",
        "alliance-admin",
        "auditor",
        "service",
        "trust-replica",
        "no-role-at-all"
      })
  @DisplayName("ACCESS-2 Who may check may check in every form, who may not in none")
  void checks(String role) {
    List<Integer> statuses =
        List.of(
            as(role).get("/trust/v1/accounts?platform=TIKTOK&handle=dt.nobody").statusCode(),
            as(role).get("/trust/v1/accounts?url=https://www.tiktok.com/@dt.no").statusCode(),
            as(role).get("/trust/v1/kols/KOL-100000011").statusCode(),
            as(role)
                .contentType("application/json")
                .body("{\"checks\":[{\"platform\":\"TIKTOK\",\"handle\":\"dt.nobody\"}]}")
                .post("/trust/v1/checks")
                .statusCode(),
            as(role)
                .contentType("application/x-ndjson; charset=UTF-8")
                .body("{\"platform\":\"TIKTOK\",\"handle\":\"dt.nobody\"}".getBytes())
                .post("/trust/v1/checks")
                .statusCode());
    int expected = MAY_NOT_CHECK.contains(role) ? 403 : 200;
    assertThat(statuses, equalTo(java.util.Collections.nCopies(5, expected)));
  }

  @Test
  @DisplayName("ACCESS-3 The API document is open, on a port of their own health and metrics")
  void open() {
    for (String path : List.of("/q/health", "/q/health/live", "/q/health/ready", "/q/metrics")) {
      Management.get(path).then().statusCode(200);
      given().get(path).then().statusCode(404);
    }
    for (String path : List.of("/openapi", "/trust/v1/accounts", "/registry/v1/kols")) {
      Management.get(path).then().statusCode(404);
    }
    given().get("/openapi").then().statusCode(200);
    given().redirects().follow(false).get("/").then().statusCode(303);
    given().get("/docs/").then().statusCode(200);
    for (String path : List.of("/trust/v1/accounts", "/trust/v1/kols/x", "/registry/v1/kols")) {
      given().get(path).then().statusCode(401);
    }
    assertThat(given().post("/trust/v1/checks").statusCode(), not(in(List.of(200, 500))));
  }
}
