package vn.digitaltrust.gateway.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.door.Kind;
import vn.digitaltrust.gateway.door.Refusal;

/** What a gateway says of itself whose index was never loaded. */
class IndexLoadingTest {
  private static final URI NOWHERE = URI.create("http://localhost:1");

  private final Clock clock = Clock.systemUTC();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final TrustIndex index =
      new TrustIndex(() -> "none", meters, clock, NOWHERE, NOWHERE, NOWHERE);

  @Test
  @DisplayName("It is not ready")
  void unready() {
    assertEquals(Status.DOWN, new IndexReady(index).call().await().indefinitely().getStatus());
  }

  @Test
  @DisplayName("It makes no check: nobody is clear for want of news")
  void refuses() {
    Checks checks = new Checks(index, clock, meters, Duration.ofSeconds(30));
    CheckRequest request =
        new CheckRequest("TIKTOK", "hu.cau", null, null, null, null, null, null, null, null);
    Refusal refusal = assertThrows(Refusal.class, () -> checks.answer(request));
    assertEquals(Kind.UNAVAILABLE, refusal.kind());
  }
}
