package vn.digitaltrust.sanctions.registry;

import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.sanctions.testing.Api;
import vn.digitaltrust.sanctions.testing.Given;
import vn.digitaltrust.sanctions.testing.RegistryFeed;
import vn.digitaltrust.sanctions.testing.RegistryStub;
import vn.digitaltrust.sanctions.testing.Rows;
import vn.digitaltrust.sanctions.testing.TestClock;

@QuarkusTest
class RegistryFollowerTest {
  @Inject RegistryFollower registry;
  @Inject Subjects subjects;

  @BeforeEach
  void begin() throws SQLException {
    TestClock.get().set(TestClock.START);
    Rows.run("delete from journal_follower where name = 'registry'");
  }

  private int poll() {
    return registry.follow().pollOnce(Duration.ZERO);
  }

  private boolean same(UUID one, UUID other) {
    return QuarkusTransaction.requiringNew().call(() -> subjects.same(one, other));
  }

  @Test
  @DisplayName(
      "SAN-71 after a merge both ids are one subject, after an unmerge two, without repair")
  void mergeAndUnmerge() {
    UUID loser = RegistryStub.subject("KOL", "REGISTERED");
    UUID winner = RegistryStub.subject("KOL", "REGISTERED");
    String measure = Given.measureOf(Given.decided(loser));
    RegistryFeed feed =
        new RegistryFeed()
            .says(loser, "kol.registered", "REGISTERED", null)
            .says(loser, "kol.merged", "MERGED", winner);
    feed.serve();
    assertEquals(2, poll());
    assertTrue(same(loser, winner));
    for (UUID id : List.of(loser, winner)) {
      Api.PLATFORM
          .get("subjects/" + id + "/measures")
          .then()
          .body(
              "items",
              hasSize(1),
              "items[0].id",
              is(measure),
              "items[0].subject",
              is(loser.toString()));
      Api.kol(id).get("cases").then().body("items", hasSize(1));
    }
    feed.says(loser, "kol.unmerged", "REGISTERED", null).serve();
    assertEquals(1, poll());
    assertFalse(same(loser, winner));
    Api.PLATFORM.get("subjects/" + winner + "/measures").then().body("items", hasSize(0));
    Api.kol(winner).get("cases").then().body("items", hasSize(0));
  }

  @Test
  @DisplayName("SAN-73 an entry has its effect once, also for two replicas")
  void once() {
    UUID loser = UUID.randomUUID();
    UUID winner = UUID.randomUUID();
    new RegistryFeed().says(loser, "kol.merged", "MERGED", winner).serve();
    assertEquals(1, poll());
    QuarkusTransaction.requiringNew().run(() -> subjects.standsAlone(loser));
    assertEquals(0, poll());
    assertFalse(same(loser, winner));
  }

  @Test
  @DisplayName("a status that is unknown here changes nothing")
  void unknownStatus() {
    UUID loser = UUID.randomUUID();
    UUID winner = UUID.randomUUID();
    new RegistryFeed()
        .says(loser, "kol.merged", "MERGED", winner)
        .says(loser, "kol.enchanted", "ENCHANTED", null)
        .serve();
    assertEquals(2, poll());
    assertTrue(same(loser, winner));
  }
}
