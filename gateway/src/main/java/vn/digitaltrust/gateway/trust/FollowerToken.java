package vn.digitaltrust.gateway.trust;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The token with which the gateway follows the journals; kept until shortly before its end. */
@ApplicationScoped
class FollowerToken {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration MARGIN = Duration.ofSeconds(20);

  private final OidcClient client;
  private final Clock clock;
  private Tokens tokens;

  FollowerToken(OidcClient client, Clock clock) {
    this.client = client;
    this.clock = clock;
  }

  /** A token that is valid now; asks the issuer for one when it has to. */
  synchronized String get() {
    if (tokens == null || isEnding()) {
      tokens = client.getTokens().await().atMost(PATIENCE);
    }
    return tokens.getAccessToken();
  }

  private boolean isEnding() {
    Long expiresAt = tokens.getAccessTokenExpiresAt();
    return expiresAt == null
        || clock.instant().plus(MARGIN).isAfter(Instant.ofEpochSecond(expiresAt));
  }
}
