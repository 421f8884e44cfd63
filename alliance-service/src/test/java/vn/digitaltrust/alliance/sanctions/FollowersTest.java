package vn.digitaltrust.alliance.sanctions;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.alliance.testing.OwnJournal;
import vn.digitaltrust.alliance.testing.Suite;
import vn.digitaltrust.alliance.testing.TestClock;
import vn.digitaltrust.alliance.testing.Told;
import vn.digitaltrust.journal.Change;
import vn.digitaltrust.journal.Follower;
import vn.digitaltrust.journal.Journal;
import vn.digitaltrust.journal.testing.Tokens;

/**
 * ALL-25 over HTTP. The stub of sanctions passes this service's own journal off as its own: a real
 * chain, to which the tests append measures.
 */
@QuarkusTest
class FollowersTest extends Suite {
  private static final Duration AT_ONCE = Duration.ZERO;

  @TestHTTPResource("/alliance/v1")
  URL own;

  @Inject SanctionsFollower sanctions;
  @Inject Journal journal;

  @BeforeEach
  void sanctionsHasOurJournal() {
    neighbours
        .server()
        .stubFor(
            get(urlPathMatching("/sanctions/v1/(journal|snapshot)"))
                .willReturn(
                    aResponse()
                        .proxiedFrom(own.toString())
                        .withProxyUrlPrefixToRemove("/sanctions/v1")));
  }

  private void append(long version, ObjectNode measure) {
    UUID subject = UUID.fromString(measure.get("subject").asText());
    UUID id = UUID.fromString(measure.get("id").asText());
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                journal.append(
                    Change.of("measure.imposed", subject, "measure", id, version, measure)));
  }

  private static ObjectNode suspension(UUID kol) {
    return Told.measure(UUID.randomUUID(), kol, "CERTIFICATE_SUSPENSION", TestClock.MORNING);
  }

  private void catchUp(Follower follower) {
    while (follower.pollOnce(AT_ONCE) > 0) {
      assertTrue(follower.position().number() > 0);
    }
  }

  private static UUID id(String path) {
    return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
  }

  private static void isNow(String path, String status) {
    as(Tokens.as("press")).get(path).then().body("status", equalTo(status));
  }

  @Test
  @DisplayName("ALL-25 a measure that the journal tells suspends, its lifting restores")
  void follows() {
    UUID kol = neighbours.subject("KOL", "REGISTERED");
    String path = certificate(kol);
    ObjectNode measure = suspension(kol);
    append(1, measure);
    try (Follower follower = sanctions.follow()) {
      catchUp(follower);
      isNow(path, "SUSPENDED");
      append(2, Told.ended(measure, "LIFTED", TestClock.MORNING));
      catchUp(follower);
      isNow(path, "VALID");
    }
  }

  @Test
  @DisplayName("ALL-25 while sanctions is away nothing happens; afterwards it catches up")
  void away() {
    UUID kol = neighbours.subject("KOL", "REGISTERED");
    String path = certificate(kol);
    append(1, suspension(kol));
    neighbours.answers("/sanctions/v1/journal", 503);
    try (Follower follower = sanctions.follow()) {
      assertThrows(UncheckedIOException.class, () -> follower.pollOnce(AT_ONCE));
      isNow(path, "VALID");
      sanctionsIsBack();
      catchUp(follower);
      isNow(path, "SUSPENDED");
    }
  }

  private void sanctionsIsBack() {
    neighbours.reset();
    sanctionsHasOurJournal();
  }

  @Test
  @DisplayName("ALL-25 when the journal is another one, the snapshot is loaded and nothing doubled")
  void diverged() {
    UUID kol = neighbours.subject("KOL", "REGISTERED");
    String path = certificate(kol);
    append(1, suspension(kol));
    try (Follower follower = sanctions.follow()) {
      catchUp(follower);
      long version = as(admin()).get(path).jsonPath().getLong("version");
      neighbours.answers("/sanctions/v1/journal", 409);
      assertTrue(follower.pollOnce(AT_ONCE) > 0);
      neighbours.server().verify(getRequestedFor(urlPathEqualTo("/sanctions/v1/snapshot")));
      isNow(path, "SUSPENDED");
      assertEquals(version, as(admin()).get(path).jsonPath().getLong("version"));
    }
  }

  @Test
  @DisplayName("ALL-25 several replicas apply each entry once")
  void replicas() throws Exception {
    List<String> paths =
        Stream.generate(() -> neighbours.subject("KOL", "REGISTERED"))
            .limit(20)
            .map(
                kol -> {
                  String path = certificate(kol);
                  append(1, suspension(kol));
                  return path;
                })
            .toList();
    ExecutorService replicas = Executors.newFixedThreadPool(3);
    Callable<Void> replica =
        () -> {
          try (Follower follower = sanctions.follow()) {
            while (follower.position().number() < journal.head().number()) {
              follower.pollOnce(AT_ONCE);
            }
          }
          return null;
        };
    try {
      for (Future<Void> done : replicas.invokeAll(List.of(replica, replica, replica))) {
        done.get();
      }
    } finally {
      replicas.shutdownNow();
    }
    for (String path : paths) {
      assertEquals(
          List.of("certificate.granted", "certificate.assessed", "certificate.suspended"),
          OwnJournal.types(id(path)));
    }
  }

  @Test
  @DisplayName("ALL-25 a certificate granted while its suspension arrives never misses it")
  void grantedMeanwhile() throws Exception {
    ExecutorService both = Executors.newFixedThreadPool(2);
    try {
      for (int i = 0; i < 10; i++) {
        UUID kol = neighbours.subject("KOL", "REGISTERED");
        append(1, suspension(kol));
        Future<String> granted = both.submit(() -> certificate(kol));
        Future<?> followed =
            both.submit(
                () -> {
                  try (Follower follower = sanctions.follow()) {
                    catchUp(follower);
                  }
                });
        followed.get();
        isNow(granted.get(), "SUSPENDED");
      }
    } finally {
      both.shutdownNow();
    }
  }
}
