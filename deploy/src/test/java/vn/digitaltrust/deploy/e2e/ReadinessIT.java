package vn.digitaltrust.deploy.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.digitaltrust.deploy.http.Http;
import vn.digitaltrust.deploy.suite.Part;

/** Each part says of itself whether it can do its work, in time, while others are really away. */
@ExtendWith(RunningSuite.Extension.class)
class ReadinessIT {
  /** As long as somebody who watches over processes would wait, and not longer. */
  private static final Duration A_PROBE = Duration.ofSeconds(10);

  private static final int READY = 200;
  private static final int NOT_READY = 503;

  private final RunningSuite suite;

  ReadinessIT(RunningSuite suite) {
    this.suite = suite;
  }

  private int probe(Part part, String what) {
    return Http.get(URI.create(suite.settings().management(part) + "/q/health/" + what))
        .patience(A_PROBE)
        .send()
        .status();
  }

  private Map<Part, Integer> readiness() {
    return Part.built().stream()
        .collect(Collectors.toMap(part -> part, part -> probe(part, "ready")));
  }

  private void allLive() {
    for (Part part : Part.built()) {
      assertEquals(READY, probe(part, "live"), part + " lives");
    }
  }

  private static Map<Part, Integer> services(int services, int gateway) {
    return Map.of(
        Part.REGISTRY, services,
        Part.SANCTIONS, services,
        Part.ALLIANCE, services,
        Part.GATEWAY, gateway);
  }

  private static final List<String> READS =
      List.of(
          "/registry/v1/journal?limit=1",
          "/sanctions/v1/journal?limit=1",
          "/alliance/v1/journal?limit=1");

  @Test
  void without_the_issuer_nobody_is_ready_and_everybody_goes_on_with_tokens_that_can_be_verified() {
    String used = suite.tokens().of("auditor-nga");
    String fresh = suite.tokens().of("platform-one");
    READS.forEach(path -> assertEquals(200, status(path, used)));

    suite.kill(Part.KEYCLOAK);
    try {
      assertEquals(services(NOT_READY, NOT_READY), readiness());
      allLive();
      READS.forEach(path -> assertEquals(200, status(path, used)));
      READS.forEach(path -> assertEquals(200, status(path, fresh)));
      assertEquals(
          200,
          status("/trust/v1/accounts?platform=TIKTOK&handle=" + Fixtures.freshHandle(), fresh));
    } finally {
      suite.start();
    }

    assertEquals(services(READY, READY), readiness());
  }

  @Test
  void while_the_database_hangs_services_say_so_in_time_and_the_gateway_answers_from_memory() {
    String restricted = "platform=TIKTOK&handle=" + Fixtures.restricted(suite);
    suite.checks().verdict(restricted, "RESTRICTED");

    suite.freeze(Part.POSTGRES);
    try {
      assertEquals(services(NOT_READY, READY), readiness());
      allLive();
      suite.checks().verdict(restricted, "RESTRICTED");
    } finally {
      suite.thaw(Part.POSTGRES);
    }

    suite.start();
    assertEquals(services(READY, READY), readiness());
  }

  @Test
  void without_the_database_reads_are_refused_as_unavailable_and_work_again_afterwards() {
    String token = suite.tokens().of("auditor-nga");
    List<String> reads =
        Stream.concat(
                READS.stream(),
                Stream.of(
                    "/registry/v1/kols?limit=1",
                    "/sanctions/v1/cases?limit=1",
                    "/alliance/v1/memberships?limit=1"))
            .toList();
    reads.forEach(path -> assertEquals(200, status(path, token), path));

    suite.kill(Part.POSTGRES);
    try {
      assertEquals(services(NOT_READY, READY), readiness());
      allLive();
      // Together, because each waits a while for a connection.
      Map<String, CompletableFuture<Http.Answer>> refused =
          reads.stream().collect(Collectors.toMap(path -> path, path -> asked(path, token)));
      refused.forEach(
          (path, coming) -> {
            Http.Answer answer = coming.join();
            assertEquals(503, answer.status(), path + ": " + answer.body());
            assertTrue(answer.body().contains("urn:digital-trust:problem:unavailable"), path);
          });
    } finally {
      suite.start();
    }

    assertEquals(services(READY, READY), readiness());
    reads.forEach(path -> assertEquals(200, status(path, token), path));
  }

  @Test
  void a_lost_neighbour_makes_nobody_unready() {
    suite.kill(Part.REGISTRY);
    try {
      for (Part part : List.of(Part.SANCTIONS, Part.ALLIANCE, Part.GATEWAY)) {
        assertEquals(READY, probe(part, "ready"), part + " is ready");
      }
    } finally {
      suite.start();
    }
  }

  private CompletableFuture<Http.Answer> asked(String path, String token) {
    return CompletableFuture.supplyAsync(
        () -> Http.get(suite.settings().gateway(path)).bearer(token).send(),
        task -> new Thread(task).start());
  }

  private int status(String path, String token) {
    return Http.get(suite.settings().gateway(path)).bearer(token).send().status();
  }
}
