package vn.digitaltrust.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Vetoed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.journal.testing.Tokens;

/** JRN-13: a follower lives as long as its service, renews its token, and shows its age. */
@QuarkusTest
class NeighbourFollowerTest extends JournalTest {
  @Inject Witness witness;

  /** Counts how often it is started. */
  @Singleton
  static class Witness extends WhileServing {
    private final AtomicInteger started = new AtomicInteger();

    @Override
    protected void start() {
      started.incrementAndGet();
    }

    @Override
    protected void stop() {
      started.set(0);
    }
  }

  /** Follows this service's own journal; each test makes its own, so it is no bean. */
  @Vetoed
  private static final class OwnFollower extends NeighbourFollower {
    OwnFollower(URI origin, AccessToken token, boolean enabled) {
      super(
          "registry",
          origin,
          token,
          new MemoryPosition(),
          new Ignoring(),
          Clock.systemUTC(),
          enabled);
    }
  }

  private static final class Ignoring implements Handler {
    @Override
    public void apply(Entry entry) {}

    @Override
    public void reload(Stream<Entry> snapshot) {
      snapshot.forEach(this::apply);
    }
  }

  /** Each is good for as long as it is not refused. */
  private static final class Renewable implements AccessToken {
    private final List<String> tokens;
    private final List<String> refused = new ArrayList<>();

    Renewable(String... tokens) {
      this.tokens = new ArrayList<>(List.of(tokens));
    }

    @Override
    public String current() {
      return tokens.get(0);
    }

    @Override
    public void refused(String token) {
      refused.add(token);
      tokens.remove(token);
    }
  }

  private URI origin() {
    return server.resolve("/");
  }

  @Test
  @DisplayName("JRN-13: a bean inherits that it is started once, when requests are taken")
  void startsOnce() {
    Await.until("the bean is started", () -> witness.started.get() > 0);
    assertEquals(1, witness.started.get());
  }

  @Test
  @DisplayName("JRN-13: health shows how far the neighbour is known, and is up without it")
  void health() {
    desk.append(change("shown in health"));
    OwnFollower follower = new OwnFollower(origin(), () -> Tokens.as("press"), true);
    assertEquals(0L, data(follower).get("position"));
    follower.start();
    try {
      Await.until("it is fresh", () -> (long) data(follower).get("ageMillis") < 60_000);
      assertEquals("follows registry", follower.call().getName());
      assertEquals(Status.UP, follower.call().getStatus());
      assertTrue((long) data(follower).get("position") > 0);
    } finally {
      follower.stop();
    }
    OwnFollower lost = new OwnFollower(URI.create("http://localhost:1"), () -> "x", true);
    assertEquals(Status.UP, lost.call().getStatus());
    assertTrue((long) data(lost).get("ageMillis") > Duration.ofDays(365).toMillis());
  }

  @Test
  @DisplayName("JRN-13: one that is switched off starts nothing and shows no place")
  void off() {
    OwnFollower follower = new OwnFollower(URI.create("http://localhost:1"), () -> "x", false);
    follower.start();
    assertTrue(follower.call().getData().isEmpty());
    follower.stop();
  }

  private static Map<String, Object> data(OwnFollower follower) {
    return follower.call().getData().orElseThrow();
  }

  @Test
  @DisplayName("JRN-13: after a 401 the feed and the snapshot are asked once more with a new token")
  void renewsAfterRefusal() {
    Renewable forSnapshot = new Renewable("ended", Tokens.as("press"));
    try (JournalSnapshot snapshot =
        JournalSource.of("registry", origin(), forSnapshot).snapshot()) {
      assertEquals("registry", snapshot.journal());
    }
    Renewable forFeed = new Renewable("ended", Tokens.as("press"));
    JournalSource.of("registry", origin(), forFeed).read(Position.START, Duration.ZERO, 1);
    assertEquals(List.of("ended"), forSnapshot.refused);
    assertEquals(List.of("ended"), forFeed.refused);
  }

  @Test
  @DisplayName("JRN-13: when the new token is refused as well, it is not asked a third time")
  void refusedTwice() {
    Renewable token = new Renewable("ended", "ended too", Tokens.as("press"));
    JournalSource source = JournalSource.of("registry", origin(), token);
    assertThrows(UncheckedIOException.class, () -> source.read(Position.START, Duration.ZERO, 1));
    assertEquals(List.of("ended"), token.refused);
  }
}
