package vn.digitaltrust.alliance.registry;

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

/** Follows the registry's journal for as long as the service runs. */
@ApplicationScoped
@Default
@Readiness
class RegistryFollower implements HealthCheck {
  private final DatabasePosition position;
  private final RegistryChanges changes;
  private final Clock clock;
  private final JournalSource source;
  private final Follower follower;

  RegistryFollower(
      DatabasePosition position,
      RegistryChanges changes,
      Clock clock,
      ServiceToken token,
      @ConfigProperty(name = "registry.url") URI registry,
      @ConfigProperty(name = "alliance.follow") boolean enabled) {
    this.position = position;
    this.changes = changes;
    this.clock = clock;
    this.source = new JournalSource(registry.resolve("/registry/v1"), token::current);
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
    HealthCheckResponseBuilder told = HealthCheckResponse.named("follows registry").up();
    if (follower != null) {
      told.withData("position", follower.position().number());
      told.withData("ageMillis", follower.age().toMillis());
    }
    return told.build();
  }

  /** A follower with its own place in the registry's journal, not yet started. */
  Follower follow() {
    return Follower.of("registry", source, position, changes, clock);
  }
}
