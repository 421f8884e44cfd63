package vn.digitaltrust.sanctions.registry;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.runtime.TokensHelper;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.digitaltrust.journal.DatabasePosition;
import vn.digitaltrust.journal.Follower;
import vn.digitaltrust.journal.JournalSource;
import vn.digitaltrust.journal.Serving;

/** Follows the registry's journal for as long as the service runs. */
@ApplicationScoped
class RegistryFollower {
  private static final Duration TOKEN_WAIT = Duration.ofSeconds(5);

  private final DatabasePosition position;
  private final RegistryChanges changes;
  private final Clock clock;
  private final OidcClient tokens;
  private final TokensHelper held = new TokensHelper();
  private final URI journal;
  private final Follower follower;

  RegistryFollower(
      DatabasePosition position,
      RegistryChanges changes,
      Clock clock,
      OidcClient tokens,
      @ConfigProperty(name = "registry.url") URI registry,
      @ConfigProperty(name = "registry.follow") boolean enabled) {
    this.position = position;
    this.changes = changes;
    this.clock = clock;
    this.tokens = tokens;
    this.journal = registry.resolve("/registry/v1");
    this.follower = enabled ? follow() : null;
  }

  /** How long ago the registry's journal was last read; empty when it is not followed. */
  Optional<Duration> age() {
    return Optional.ofNullable(follower).map(Follower::age);
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

  /** A follower with its own place in the registry's journal, not yet started. */
  Follower follow() {
    return Follower.of(
        "registry", new JournalSource(journal, this::token), position, changes, clock);
  }

  private String token() {
    return held.getTokens(tokens).await().atMost(TOKEN_WAIT).getAccessToken();
  }
}
