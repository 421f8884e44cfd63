package vn.digitaltrust.journal;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.Tokens;
import jakarta.ws.rs.WebApplicationException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/**
 * The token of this service itself. A new one is fetched before the last one ends, and when the
 * last one was refused. To be used by a service that has the OIDC client on its class path.
 */
public final class ServiceToken implements AccessToken {
  /** How long before its end a token is used no more: what clocks and requests may differ by. */
  static final Duration MARGIN = Duration.ofSeconds(20);

  private static final String SCHEME = "Bearer ";
  private static final int UNAUTHORIZED = 401;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final OidcClient client;
  private final Clock clock;
  private Tokens tokens;

  /** Fetches nothing yet, so that a service starts while the issuer is away. */
  public ServiceToken(OidcClient client) {
    // The issuer's time is the real one, also where a test sets the service's clock.
    this(client, Clock.systemUTC());
  }

  ServiceToken(OidcClient client, Clock clock) {
    this.client = client;
    this.clock = clock;
  }

  @Override
  public synchronized String current() {
    if (tokens == null || isEnding()) {
      tokens = client.getTokens().await().atMost(PATIENCE);
    }
    return tokens.getAccessToken();
  }

  /**
   * Asks a neighbour with this token, and once more with a new one if it answers 401: its clock may
   * be ahead, or the issuer may have withdrawn a key. No other failure is tried again here.
   *
   * @param request asks with this value of the header {@code Authorization}
   * @throws WebApplicationException of the second 401, or of any other status
   */
  public <T> T ask(Function<String, T> request) {
    String sent = current();
    try {
      return request.apply(SCHEME + sent);
    } catch (WebApplicationException answer) {
      if (answer.getResponse().getStatus() != UNAUTHORIZED) {
        throw answer;
      }
    }
    refused(sent);
    return request.apply(SCHEME + current());
  }

  private boolean isEnding() {
    Long expiresAt = tokens.getAccessTokenExpiresAt();
    return expiresAt == null
        || clock.instant().plus(MARGIN).isAfter(Instant.ofEpochSecond(expiresAt));
  }

  /** Another caller may have fetched a new one meanwhile; that one is kept. */
  @Override
  public synchronized void refused(String token) {
    if (tokens != null && tokens.getAccessToken().equals(token)) {
      tokens = null;
    }
  }
}
