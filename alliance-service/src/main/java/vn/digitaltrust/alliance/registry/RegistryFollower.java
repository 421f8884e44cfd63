package vn.digitaltrust.alliance.registry;

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

/** Follows the registry's journal. */
@Singleton
@Default
@Readiness
class RegistryFollower extends NeighbourFollower {
  RegistryFollower(
      @ConfigProperty(name = "registry.url") URI registry,
      OidcClient client,
      DatabasePosition position,
      RegistryChanges changes,
      Clock clock,
      @ConfigProperty(name = "alliance.follow") boolean enabled) {
    super("registry", registry, new ServiceToken(client), position, changes, clock, enabled);
  }
}
