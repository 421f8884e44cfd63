package vn.digitaltrust.alliance.sanctions;

import io.quarkus.oidc.client.OidcClient;
import jakarta.enterprise.inject.Default;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.Readiness;
import vn.digitaltrust.journal.DatabasePosition;
import vn.digitaltrust.journal.NeighbourFollower;
import vn.digitaltrust.journal.ServiceToken;

/** Follows the journal of sanctions. */
@Singleton
@Default
@Readiness
class SanctionsFollower extends NeighbourFollower {
  SanctionsFollower(
      @ConfigProperty(name = "sanctions.url") URI sanctions,
      OidcClient client,
      DatabasePosition position,
      SanctionsChanges changes,
      Clock clock,
      @ConfigProperty(name = "alliance.follow") boolean enabled) {
    super("sanctions", sanctions, new ServiceToken(client), position, changes, clock, enabled);
  }
}
