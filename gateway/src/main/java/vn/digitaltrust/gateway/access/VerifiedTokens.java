package vn.digitaltrust.gateway.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import io.quarkus.runtime.Startup;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * ACCESS-4: remembers tokens whose signature was verified a short while ago, by a hash of the token
 * and never by the token itself.
 */
@Startup // so that its counters are seen before the first token
@ApplicationScoped
class VerifiedTokens {
  private final Cache<ByteBuffer, SecurityIdentity> known;

  @Inject
  VerifiedTokens(
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
  SecurityIdentity find(String token) {
    return known.getIfPresent(hash(token));
  }

  /** Remembers the caller of a token that was just verified. */
  void remember(String token, SecurityIdentity caller) {
    // Not as it came: it holds on to the exchange that brought the token.
    known.put(
        hash(token),
        QuarkusSecurityIdentity.builder()
            .setPrincipal(caller.getPrincipal())
            .addRoles(caller.getRoles())
            .addCredentials(caller.getCredentials())
            .addAttribute(Client.ATTRIBUTE, Client.of(caller))
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
