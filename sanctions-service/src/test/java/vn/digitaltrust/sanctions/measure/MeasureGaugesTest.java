package vn.digitaltrust.sanctions.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.journal.testing.Metrics;
import vn.digitaltrust.sanctions.testing.Api;
import vn.digitaltrust.sanctions.testing.Given;
import vn.digitaltrust.sanctions.testing.RegistryStub;
import vn.digitaltrust.sanctions.testing.TestClock;

@QuarkusTest
class MeasureGaugesTest {
  @Inject MeasureGauges gauges;
  @Inject MeasureRepository repository;

  @BeforeEach
  void begin() {
    TestClock.get().set(TestClock.START);
  }

  private double shown(MeasureStatus status) {
    gauges.count();
    return Metrics.value(
        "sanctions_measures", "kind=\"ENGAGEMENT_LIMIT\"", "status=\"" + status + "\"");
  }

  @Test
  @DisplayName("measures are counted by kind and by how they stand, and a lifted one moves over")
  void moves() {
    double inForce = shown(MeasureStatus.IN_FORCE);
    double lifted = shown(MeasureStatus.LIFTED);
    String measure = Given.measureOf(Given.decided(RegistryStub.subject("KOL", "REGISTERED")));
    assertEquals(inForce + 1, shown(MeasureStatus.IN_FORCE));
    Api.DECIDER
        .act("measures/" + measure, "liftings", Map.of("reasons", "Enough"))
        .then()
        .statusCode(201);
    assertEquals(inForce, shown(MeasureStatus.IN_FORCE));
    assertEquals(lifted + 1, shown(MeasureStatus.LIFTED));
  }

  @Test
  @DisplayName("the database counts as each measure says of itself, whatever the hour")
  void asEachSays() {
    UUID kol = RegistryStub.subject("KOL", "REGISTERED");
    Given.decided(kol);
    for (int days : new int[] {0, 30, 91, 92, 400}) {
      Instant at = TestClock.START.plus(days, ChronoUnit.DAYS);
      Map<MeasureGauges.Standing, Long> each =
          QuarkusTransaction.requiringNew()
              .call(
                  () ->
                      repository
                          .<Measure>streamAll()
                          .map(it -> new MeasureGauges.Standing(it.kind, it.timeline().at(at)))
                          .collect(Collectors.groupingBy(it -> it, Collectors.counting())));
      assertEquals(each, repository.countByStanding(at), at.toString());
    }
  }
}
