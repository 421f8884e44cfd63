package vn.digitaltrust.deploy.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.digitaltrust.deploy.http.Http;
import vn.digitaltrust.deploy.suite.Part;

/** In these tests an index is stale after 10 s without news: see the POM. */
@ExtendWith(RunningSuite.Extension.class)
class OutageIT {
  /**
   * A follower that is well may have heard from its journal as long ago as one wait takes, 5 s; so
   * less than this is young, and more is silence.
   */
  private static final long YOUNG_MILLIS = 6_000;

  private final RunningSuite suite;

  OutageIT(RunningSuite suite) {
    this.suite = suite;
  }

  @ParameterizedTest
  @EnumSource(names = {"REGISTRY", "SANCTIONS", "ALLIANCE"})
  void with_one_service_killed_the_others_answer_and_trust_checks_go_on_until_they_are_stale(
      Part victim) {
    String clear = "platform=TIKTOK&handle=" + Fixtures.account(suite, Fixtures.registered(suite));
    String restricted = "platform=TIKTOK&handle=" + Fixtures.restricted(suite);
    suite.checks().verdict(clear, "CLEAR");
    suite.checks().verdict(restricted, "RESTRICTED");

    suite.kill(victim);
    try {
      othersAnswer(victim);
      AtomicLong oldestClear = new AtomicLong();
      suite
          .checks()
          .until(
              clear,
              "STALE",
              check -> {
                if (check.path("verdict").asText().equals("CLEAR")) {
                  oldestClear.set(age(check, victim));
                }
                return check.path("verdict").asText().equals("STALE");
              });
      assertTrue(
          oldestClear.get() > YOUNG_MILLIS,
          "it says how long it has heard nothing, while that is bearable: " + oldestClear);
      suite.checks().verdict("platform=TIKTOK&handle=" + Fixtures.freshHandle(), "STALE");
      suite.checks().verdict(restricted, "RESTRICTED");
    } finally {
      suite.start();
    }

    suite
        .checks()
        .until(
            clear,
            "as young and as far as the journal of " + victim.label(),
            check ->
                age(check, victim) < YOUNG_MILLIS && position(check, victim) == suite.head(victim));
    suite
        .checks()
        .verdict(
            "platform=TIKTOK&handle=" + Fixtures.account(suite, Fixtures.registered(suite)),
            "CLEAR");
  }

  private void othersAnswer(Part victim) {
    for (Part service : Part.services()) {
      Http.Answer answer =
          suite.api().peek("auditor-nga", "/%s/v1/journal?limit=1".formatted(service.shortName()));
      if (service == victim) {
        assertTrue(answer.status() == 502 || answer.status() == 503, answer.body());
        assertEquals(
            "application/problem+json", answer.header("content-type").orElse("").split(";")[0]);
      } else {
        assertEquals(200, answer.status(), answer.body());
      }
    }
  }

  private static long position(JsonNode check, Part service) {
    return check.path("asOf").path(service.shortName()).path("position").asLong(-1);
  }

  private static long age(JsonNode check, Part service) {
    return check.path("asOf").path(service.shortName()).path("ageMillis").asLong(Long.MAX_VALUE);
  }
}
