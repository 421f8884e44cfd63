package vn.digitaltrust.deploy.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.digitaltrust.deploy.http.Http.Answer;
import vn.digitaltrust.deploy.story.Erasure;
import vn.digitaltrust.deploy.suite.Part;

/** No erasure takes from people what has to be known about somebody, whoever asks for it. */
@ExtendWith(RunningSuite.Extension.class)
class ErasureIT {
  private static final Map<String, String> REASON = Map.of("reason", "x");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final RunningSuite suite;

  ErasureIT(RunningSuite suite) {
    this.suite = suite;
  }

  @Test
  void a_restriction_is_not_turned_into_a_clean_bill_by_erasing_and_entering_again()
      throws InterruptedException {
    String person = Fixtures.registered(suite);
    String account = "platform=TIKTOK&handle=" + Fixtures.account(suite, person);
    Fixtures.decideForTheState(suite, person);
    suite
        .api()
        .send(
            "officer-an",
            "POST",
            "/sanctions/v1/cases",
            null,
            Map.of("subject", person, "reports", List.of(), "title", "Quảng cáo sai (hư cấu)"))
        .orThrow("a case");
    suite.checks().verdict(account, "RESTRICTED");

    String request = new Erasure(suite.api()).ask(person);
    JsonNode held = answer(request, "sanctions", "HELD");
    assertTrue(held.path("code").asText().matches("MEASURE|PROCEDURE"), held.toString());
    answer(request, "alliance", "CLEAR");

    refused("registrar-mai", request, "DOOR-19");
    refused("registrar-hoa", request, "REG-81");
    suite.checks().verdict(account, "RESTRICTED");
    String again = Fixtures.registered(suite);
    Answer taken =
        suite
            .api()
            .send(
                "registrar-mai",
                "POST",
                "/registry/v1/subjects/" + again + "/accounts",
                null,
                Map.of(
                    "platform",
                    "TIKTOK",
                    "handle",
                    account.substring(account.lastIndexOf('=') + 1)));
    assertEquals(409, taken.status(), taken.body());
    suite.checks().verdict(account, "RESTRICTED");
    JsonNode shown = suite.api().peek("platform-one", "/registry/v1/kols/" + person).json();
    assertEquals("REGISTERED", shown.path("status").asText());
    assertTrue(shown.path("displayName").isNull(), shown.toString());
  }

  @Test
  void a_holder_that_was_killed_answers_after_its_next_start() throws InterruptedException {
    String person = Fixtures.registered(suite);
    Erasure erasure = new Erasure(suite.api());
    suite.kill(Part.SANCTIONS);
    String request;
    try {
      request = erasure.ask(person);
      answer(request, "alliance", "CLEAR");
      refused("registrar-hoa", request, "REG-81");
    } finally {
      suite.start();
    }
    erasure.awaitClear(request);
    Fixtures.act(suite, "registrar-hoa", request, "approvals", REASON);
    JsonNode gone = suite.api().peek("auditor-nga", "/registry/v1/subjects/" + person).json();
    assertEquals("ERASED", gone.path("status").asText());
  }

  private void refused(String who, String request, String rule) {
    Answer answer =
        suite
            .api()
            .send(
                who,
                "POST",
                request + "/approvals",
                Fixtures.etag(suite, "registrar-mai", request),
                REASON);
    assertEquals(422, answer.status(), answer.body());
    assertEquals(rule, answer.json().path("rule").asText(), answer.body());
  }

  /** What a holder says, once it says that. */
  private JsonNode answer(String request, String holder, String answer)
      throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    JsonNode asked;
    do {
      asked = suite.api().peek("auditor-nga", request).orThrow(request).json();
      for (JsonNode given : asked.path("answers")) {
        if (given.path("holder").asText().equals(holder)
            && given.path("answer").asText().equals(answer)) {
          return given;
        }
      }
      Thread.sleep(500);
    } while (Instant.now().isBefore(end));
    throw new AssertionError(holder + " does not say " + answer + ": " + asked);
  }
}
