package vn.digitaltrust.deploy.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.digitaltrust.deploy.http.Http;
import vn.digitaltrust.deploy.suite.Part;

@ExtendWith(RunningSuite.Extension.class)
class OutageIT {
  private static final long A_WHILE_MILLIS = 2_000;

  private final RunningSuite suite;

  OutageIT(RunningSuite suite) {
    this.suite = suite;
  }

  @ParameterizedTest
  @EnumSource(names = {"REGISTRY", "SANCTIONS", "ALLIANCE"})
  void with_one_service_killed_the_others_answer_and_trust_checks_go_on_and_say_how_old_they_are(
      Part victim) {
    String kol = Fixtures.registered(suite);
    String handle = Fixtures.account(suite, kol);
    String query = "platform=TIKTOK&handle=" + handle;
    suite.checks().verdict(query, "CLEAR");

    suite.kill(victim);
    try {
      for (Part service : Part.services()) {
        Http.Answer answer =
            suite
                .api()
                .peek("auditor-nga", "/%s/v1/journal?limit=1".formatted(service.shortName()));
        if (service == victim) {
          assertTrue(answer.status() == 502 || answer.status() == 503, answer.body());
          assertEquals(
              "application/problem+json", answer.header("content-type").orElse("").split(";")[0]);
        } else {
          assertEquals(200, answer.status(), answer.body());
        }
      }
      JsonNode check =
          suite
              .checks()
              .until(
                  query,
                  "the age of what the gateway knows from " + victim.label(),
                  answer -> age(answer, victim) > A_WHILE_MILLIS);
      assertEquals("CLEAR", check.path("verdict").asText());
    } finally {
      suite.start();
    }

    suite.checks().until(query, "young again", answer -> age(answer, victim) < A_WHILE_MILLIS);
    suite
        .checks()
        .verdict(
            "platform=TIKTOK&handle=" + Fixtures.account(suite, Fixtures.registered(suite)),
            "CLEAR");
  }

  private static long age(JsonNode check, Part service) {
    return check.path("asOf").path(service.shortName()).path("ageMillis").asLong(-1);
  }
}
