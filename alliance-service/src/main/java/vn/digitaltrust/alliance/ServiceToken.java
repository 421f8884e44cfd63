package vn.digitaltrust.alliance;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.runtime.TokensHelper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** The access token with which this service follows the journals of its neighbours. */
@ApplicationScoped
public class ServiceToken {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final OidcClient client;
  private final TokensHelper held = new TokensHelper();

  ServiceToken(OidcClient client) {
    this.client = client;
  }

  /** A token that is valid now; a new one is fetched when the last is about to expire. */
  public String current() {
    return held.getTokens(client).await().atMost(PATIENCE).getAccessToken();
  }
}
