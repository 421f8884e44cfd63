package vn.digitaltrust.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.Tokens;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.WebApplicationException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** JRN-13: when a follower's token is renewed. */
class ServiceTokenTest {
  private static final Instant START = Instant.parse("2026-11-24T03:00:00Z");
  private static final Duration LIFE = Duration.ofMinutes(5);

  private Instant now = START;
  private final Issuer issuer = new Issuer();

  /** Issues tokens that are numbered and live for five minutes. */
  private final class Issuer implements OidcClient {
    private int issued;

    @Override
    public Uni<Tokens> getTokens(Map<String, String> parameters) {
      return Uni.createFrom()
          .item(
              () ->
                  new Tokens(
                      "token-" + ++issued,
                      now.plus(LIFE).getEpochSecond(),
                      null,
                      null,
                      null,
                      null,
                      "journal"));
    }

    @Override
    public Uni<Tokens> refreshTokens(String token, Map<String, String> parameters) {
      throw new UnsupportedOperationException("a service has no refresh token");
    }

    @Override
    public Uni<Boolean> revokeAccessToken(String token, Map<String, String> parameters) {
      throw new UnsupportedOperationException("a service does not revoke its token");
    }

    @Override
    public void close() {}
  }

  private final ServiceToken token =
      new ServiceToken(
          issuer,
          new Clock() {
            @Override
            public Instant instant() {
              return now;
            }

            @Override
            public ZoneOffset getZone() {
              return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
              return this;
            }
          });

  @Test
  @DisplayName("JRN-13: nothing is fetched before a token is needed, then one for all requests")
  void kept() {
    assertEquals(0, issuer.issued);
    assertEquals("token-1", token.current());
    now = START.plus(LIFE).minus(ServiceToken.MARGIN);
    assertEquals("token-1", token.current());
  }

  @Test
  @DisplayName("JRN-13: a token is renewed before it ends")
  void renewed() {
    token.current();
    now = START.plus(LIFE).minus(ServiceToken.MARGIN).plusMillis(1);
    assertEquals("token-2", token.current());
    assertEquals("token-2", token.current());
  }

  @Test
  @DisplayName("JRN-13: a token that was refused is not used again")
  void refused() {
    token.refused(token.current());
    assertEquals("token-2", token.current());
  }

  @Test
  @DisplayName("JRN-13: a neighbour that refuses the token is asked once more with a new one")
  void askedAgain() {
    List<String> sent = new ArrayList<>();
    String answer =
        token.ask(
            authorization -> {
              sent.add(authorization);
              if (sent.size() == 1) {
                throw new WebApplicationException(401);
              }
              return "answer";
            });
    assertEquals("answer", answer);
    assertEquals(List.of("Bearer token-1", "Bearer token-2"), sent);
  }

  @Test
  @DisplayName("JRN-13: it is not asked a third time, and after no other failure")
  void notAskedForEver() {
    for (int status : new int[] {401, 403, 500}) {
      AtomicInteger asked = new AtomicInteger();
      assertThrows(
          WebApplicationException.class,
          () ->
              token.ask(
                  authorization -> {
                    asked.incrementAndGet();
                    throw new WebApplicationException(status);
                  }));
      assertEquals(status == 401 ? 2 : 1, asked.get());
    }
  }

  @Test
  @DisplayName("JRN-13: the refusal of an older token does not throw away the new one")
  void refusedLate() {
    String old = token.current();
    token.refused(old);
    assertEquals("token-2", token.current());
    token.refused(old);
    assertEquals("token-2", token.current());
  }
}
