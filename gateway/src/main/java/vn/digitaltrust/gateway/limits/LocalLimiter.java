package vn.digitaltrust.gateway.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * LIMIT-3: counters of this gateway alone, in memory. A client that asks for nothing for a whole
 * window has everything left again, so its counter can be forgotten.
 */
@ApplicationScoped
class LocalLimiter implements Limiter {
  private final TimeMeter clock;
  private final Cache<String, Counter> counters;

  private record Counter(Bucket bucket, Duration window) {}

  @Inject
  LocalLimiter(LimitsConfig config) {
    this(config.mostClients(), TimeMeter.SYSTEM_MILLISECONDS);
  }

  LocalLimiter(long mostClients, TimeMeter clock) {
    this.clock = clock;
    this.counters =
        Caffeine.newBuilder()
            .maximumSize(mostClients)
            .ticker(clock::currentTimeNanos)
            .executor(Runnable::run)
            .expireAfter(Expiry.accessing((String key, Counter counter) -> counter.window()))
            .build();
  }

  @Override
  public Future<Left> take(String key, LimitsConfig.Plan plan) {
    Bucket bucket = counters.get(key, unknown -> counter(plan)).bucket();
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    return Future.succeededFuture(
        new Left(
            probe.isConsumed(),
            probe.getRemainingTokens(),
            seconds(probe.getNanosToWaitForReset()),
            seconds(probe.getNanosToWaitForRefill())));
  }

  /** How many clients are counted at present. */
  long clients() {
    counters.cleanUp();
    return counters.estimatedSize();
  }

  private Counter counter(LimitsConfig.Plan plan) {
    Bandwidth limit =
        Bandwidth.builder()
            .capacity(plan.requests())
            .refillGreedy(plan.requests(), plan.window())
            .build();
    return new Counter(
        Bucket.builder().addLimit(limit).withCustomTimePrecision(clock).build(), plan.window());
  }

  private static long seconds(long nanos) {
    return (nanos + TimeUnit.SECONDS.toNanos(1) - 1) / TimeUnit.SECONDS.toNanos(1);
  }
}
