package vn.digitaltrust.alliance.sanctions;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.digitaltrust.alliance.ServiceToken;
import vn.digitaltrust.journal.DatabasePosition;
import vn.digitaltrust.journal.Follower;
import vn.digitaltrust.journal.JournalSource;

/** Follows the journal of sanctions for as long as the service runs. */
@ApplicationScoped
class SanctionsFollower {
  private final DatabasePosition position;
  private final SanctionsChanges changes;
  private final Clock clock;
  private final JournalSource source;
  private final boolean enabled;
  private Follower follower;

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
    this.enabled = enabled;
  }

  void start(@Observes StartupEvent started) {
    if (enabled) {
      follower = follow();
      follower.start();
    }
  }

  void stop(@Observes ShutdownEvent stopped) {
    if (follower != null) {
      follower.close();
    }
  }

  /** A follower with its own place in the journal of sanctions, not yet started. */
  Follower follow() {
    return Follower.of("sanctions", source, position, changes, clock);
  }
}
