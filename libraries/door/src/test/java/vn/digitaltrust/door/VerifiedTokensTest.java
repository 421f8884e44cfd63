package vn.digitaltrust.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** DOOR-16. */
class VerifiedTokensTest {
  private Instant now = Instant.parse("2026-11-24T03:00:00Z");
  private final VerifiedTokens known =
      new VerifiedTokens(
          100,
          Duration.ofSeconds(60),
          () -> now,
          () -> Duration.between(Instant.EPOCH, now).toNanos());

  /** A caller whose token expires then. */
  private record Token(Map<String, Object> claims) implements JsonWebToken {
    @Override
    public String getName() {
      return "somebody";
    }

    @Override
    public Set<String> getClaimNames() {
      return claims.keySet();
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T getClaim(String name) {
      return (T) claims.get(name);
    }
  }

  private SecurityIdentity callerUntil(Instant expiry) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new Token(Map.of("exp", expiry.getEpochSecond())))
        .addRole("platform")
        .addAttribute("exchange", this)
        .build();
  }

  @Test
  @DisplayName("DOOR-16 A token is known with its roles, and without the exchange that brought it")
  void remembers() {
    known.remember("token", callerUntil(now.plusSeconds(600)), Map.of("client", "x"));
    SecurityIdentity found = known.find("token");
    assertEquals(Set.of("platform"), found.getRoles());
    assertEquals(Set.of("client"), found.getAttributes().keySet());
    assertNull(known.find("tokem"));
  }

  @Test
  @DisplayName("DOOR-16 A token is forgotten after the longest time, however long it lives itself")
  void lag() {
    known.remember("token", callerUntil(now.plusSeconds(600)), Map.of());
    now = now.plusSeconds(59);
    assertNotNull(known.find("token"));
    now = now.plusSeconds(1);
    assertNull(known.find("token"), "reading it does not prolong it");
  }

  @Test
  @DisplayName("DOOR-16 A token is never known past its expiry")
  void expiry() {
    known.remember("token", callerUntil(now.plusSeconds(10)), Map.of());
    now = now.plusMillis(9_999);
    assertNotNull(known.find("token"));
    now = now.plusMillis(1);
    assertNull(known.find("token"));
    known.remember("late", callerUntil(now.minusSeconds(1)), Map.of());
    assertNull(known.find("late"));
  }

  @Test
  @DisplayName("DOOR-16 However many tokens come, so many are remembered at most")
  void bounded() {
    for (int i = 0; i < 10_000; i++) {
      known.remember("token " + i, callerUntil(now.plusSeconds(600)), Map.of());
    }
    assertTrue(known.size() <= 100);
  }
}
