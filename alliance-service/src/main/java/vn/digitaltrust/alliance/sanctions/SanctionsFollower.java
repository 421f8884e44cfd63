package vn.digitaltrust.alliance.sanctions;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Default;
import java.net.URI;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import vn.digitaltrust.alliance.ServiceToken;
import vn.digitaltrust.journal.DatabasePosition;
import vn.digitaltrust.journal.Follower;
import vn.digitaltrust.journal.JournalSource;
import vn.digitaltrust.journal.Serving;

/** Follows the journal of sanctions for as long as the service runs. */
@ApplicationScoped
@Default
@Readiness
class SanctionsFollower implements HealthCheck {
  private final DatabasePosition position;
  private final SanctionsChanges changes;
  private final Clock clock;
  private final JournalSource source;
  private final Follower follower;

  SanctionsFollower(
      DatabasePosition position,
      SanctionsChanges changes,
      Clock clock,
      ServiceToken token,
      @ConfigProperty(name = "sanctions.url") URI sanctions,
      @ConfigProperty(name = "alliance.follow") boolean enabled) {
    this.position = position;
    this.changes = changes;
    this.clock = clock;
    this.source = new JournalSource(sanctions.resolve("/sanctions/v1"), token::current);
    this.follower = enabled ? follow() : null;
  }

  void start(@Observes Serving now) {
    if (follower != null) {
      follower.start();
    }
  }

  void stop(@Observes ShutdownEvent stopped) {
    if (follower != null) {
      follower.close();
    }
  }

  /** Told, not judged: without its neighbour the alliance still answers what it knows. */
  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder told = HealthCheckResponse.named("follows sanctions").up();
    if (follower != null) {
      told.withData("position", follower.position().number());
      told.withData("ageMillis", follower.age().toMillis());
    }
    return told.build();
  }

  /** A follower with its own place in the journal of sanctions, not yet started. */
  Follower follow() {
    return Follower.of("sanctions", source, position, changes, clock);
  }
}
