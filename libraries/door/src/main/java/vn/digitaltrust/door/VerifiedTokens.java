package vn.digitaltrust.door;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import io.quarkus.runtime.Startup;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * DOOR-16: remembers tokens whose signature was verified a short while ago, by a hash of the token
 * and never by the token itself. Verifying RS256 takes about 40 µs, looking it up two.
 */
@Startup // so that its counters are seen before the first token
@Singleton
public class VerifiedTokens {
  private final Cache<ByteBuffer, SecurityIdentity> known;

  /**
   * An empty memory.
   *
   * @param size {@code access.token-cache.size}, how many tokens at most
   * @param longest {@code access.token-cache.longest}, how long at most; never past a token's
   *     expiry
   */
  @Inject
  public VerifiedTokens(
      @ConfigProperty(name = "access.token-cache.size") long size,
      @ConfigProperty(name = "access.token-cache.longest") Duration longest,
      MeterRegistry meters) {
    this(size, longest, InstantSource.system(), Ticker.systemTicker());
    CaffeineCacheMetrics.monitor(meters, known, "verified-tokens");
  }

  VerifiedTokens(long size, Duration longest, InstantSource clock, Ticker ticker) {
    known =
        Caffeine.newBuilder()
            .maximumSize(size)
            .recordStats()
            .ticker(ticker)
            .executor(Runnable::run)
            .expireAfter(
                Expiry.creating(
                    (ByteBuffer hash, SecurityIdentity caller) ->
                        life(caller, clock.instant(), longest)))
            .build();
  }

  /** The caller of a token that was verified lately, or null. */
  public SecurityIdentity find(String token) {
    return known.getIfPresent(hash(token));
  }

  /**
   * Remembers the caller of a token that was just verified.
   *
   * @param attributes what else is to be known of the caller when it is found again
   */
  public void remember(String token, SecurityIdentity caller, Map<String, Object> attributes) {
    // Not as it came: it holds on to the exchange that brought the token.
    known.put(
        hash(token),
        QuarkusSecurityIdentity.builder()
            .setPrincipal(caller.getPrincipal())
            .addRoles(caller.getRoles())
            .addCredentials(caller.getCredentials())
            .addAttributes(attributes)
            .build());
  }

  /** How many are remembered at present. */
  long size() {
    known.cleanUp();
    return known.estimatedSize();
  }

  private static Duration life(SecurityIdentity caller, Instant now, Duration longest) {
    long expiry = ((JsonWebToken) caller.getPrincipal()).getExpirationTime();
    Duration left = Duration.between(now, Instant.ofEpochSecond(expiry));
    return left.isNegative() ? Duration.ZERO : left.compareTo(longest) < 0 ? left : longest;
  }

  private static ByteBuffer hash(String token) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return ByteBuffer.wrap(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
