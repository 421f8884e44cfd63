package vn.digitaltrust.registry.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.registry.testing.Registry;
import vn.digitaltrust.registry.testing.TestClock;

@QuarkusTest
class ImportPurgeTest extends Registry {
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private static UUID run(Instant startedAt, String subject, int lines) {
    var id = UUID.randomUUID();
    run(
        "insert into import_run (id, actor, key, started_at) values ('%s', 'old', '%s', '%s')"
            .formatted(id, id, startedAt));
    run(
        "insert into import_line (run, line, mark, subject) select '%s', n, decode(repeat('00', 32),"
                .formatted(id)
            + " 'hex'), '%s' from generate_series(1, %d) n".formatted(subject, lines));
    return id;
  }

  private static List<String> lines(UUID run) {
    return query("select count(*) from import_line where run = '" + run + "'");
  }

  @Test
  @DisplayName("IMP-5 old lines go by themselves, more than one step of them; others stay")
  void purged() {
    var subject = recorded("Dòng Cũ");
    var sevenDaysAgo = TestClock.MORNING.minus(Duration.ofDays(7));
    var young = run(sevenDaysAgo.plusSeconds(60), subject, 3);
    var old = run(sevenDaysAgo.minusSeconds(60), subject, 12_000);
    var end = System.nanoTime() + LONGEST.toNanos();
    var left = "select 1 from import_run where id = '" + old + "'";
    while (!query(left).isEmpty()) {
      assertTrue(System.nanoTime() < end, "the old run is still there");
      LockSupport.parkNanos(50_000_000);
    }
    assertEquals(List.of("0"), lines(old));
    assertEquals(List.of("3"), lines(young));
  }
}
