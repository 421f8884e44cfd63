package vn.digitaltrust.gateway.trust;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.gateway.testing.Neighbours;
import vn.digitaltrust.gateway.testing.Patience;
import vn.digitaltrust.gateway.testing.TestClock;
import vn.digitaltrust.journal.testing.Tokens;

/** More checks than are made ready together. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class BatchResultsTest {
  private static final int MANY = 70;

  private final List<UUID> kols = Stream.generate(UUID::randomUUID).limit(MANY).toList();

  @Neighbours.Given Neighbours neighbours;

  @Inject TestClock clock;
  @Inject Batch batch;

  @BeforeEach
  void register() {
    for (UUID kol : kols) {
      put("subject", kol, kol, Map.of("kind", "KOL", "status", "REGISTERED"));
      Map<String, Object> account = new HashMap<>();
      account.put("platform", "TIKTOK");
      account.put("handle", handle(kol));
      account.put("platformId", id(kol));
      account.put("startsAt", "2026-01-01T00:00:00Z");
      put("account", kol, UUID.randomUUID(), account);
    }
    UUID last = kols.get(MANY - 1);
    Patience.until(
        "all are known",
        () ->
            given()
                .header("Authorization", "Bearer " + Tokens.as("platform"))
                .get("/trust/v1/accounts?platform=TIKTOK&handle=" + handle(last))
                .asString()
                .contains("CLEAR"));
  }

  private void put(String aggregate, UUID subject, UUID id, Map<String, Object> state) {
    neighbours.registry().feed().append(aggregate, subject, id, state);
  }

  private static String handle(UUID kol) {
    return "hu.cau." + kol.toString().substring(0, 12).replace('-', '.');
  }

  private static String id(UUID kol) {
    return Long.toString(kol.getLeastSignificantBits() >>> 2);
  }

  /** By handle, by the platform's own id, of nobody, and of no good, by turns. */
  private Map<String, String> check(int place) {
    UUID kol = kols.get(place);
    return switch (place % 4) {
      case 0 -> Map.of("platform", "TIKTOK", "handle", handle(kol));
      case 1 -> Map.of("platform", "TIKTOK", "id", id(kol));
      case 2 -> Map.of("platform", "TIKTOK", "handle", "nobody." + place);
      default -> Map.of("platform", "TIKTOK", "handle", "no good");
    };
  }

  @Test
  @DisplayName("GW-16 each of many has its own answer or problem, in its own place")
  void places() {
    JsonPath results =
        given()
            .header("Authorization", "Bearer " + Tokens.as("platform"))
            .contentType("application/json")
            .body(Map.of("checks", IntStream.range(0, MANY).mapToObj(this::check).toList()))
            .post("/trust/v1/checks")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();

    assertEquals(IntStream.rangeClosed(1, MANY).boxed().toList(), results.getList("results.item"));
    for (int i = 0; i < MANY; i++) {
      String result = "results[%d].".formatted(i);
      assertEquals(i % 4 == 3 ? 400 : 200, results.getInt(result + "status"));
      assertEquals(
          i % 4 < 2 ? kols.get(i).toString() : null,
          results.getString(result + "check.subject.id"));
    }
  }

  @Test
  @DisplayName("GW-8, GW-18 what is answered late is answered for then, and for later if so asked")
  void late() {
    Instant begun = clock.instant();
    Instant later = begun.plus(Duration.ofMinutes(1));
    List<ChecksReader.Asked> asked = new ArrayList<>();
    for (String at : new String[] {null, null, later.toString(), later.toString()}) {
      CheckRequest request =
          new CheckRequest(
              "TIKTOK", handle(kols.get(0)), null, null, null, null, null, null, null, at);
      asked.add(new ChecksReader.Asked(request, null));
    }
    CheckRequest common =
        new CheckRequest(null, null, null, null, null, null, null, null, null, null);
    Iterator<Batch.Item> items = batch.results(asked, common, null);

    Instant first = items.next().check().at();
    clock.forward(Duration.ofSeconds(20));
    Instant second = items.next().check().at();
    Instant third = items.next().check().at();
    clock.forward(Duration.ofSeconds(50));
    Instant fourth = items.next().check().at();

    assertTrue(first.isBefore(begun.plusSeconds(20)), first.toString());
    assertFalse(second.isBefore(begun.plusSeconds(20)), second.toString());
    assertEquals(later, third);
    assertFalse(fourth.isBefore(begun.plusSeconds(70)), fourth.toString());
    assertFalse(items.hasNext());
  }
}
