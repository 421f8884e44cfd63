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

  private record Counter(Bucket requests, Bucket checks, Duration window) {
    private Bucket of(Unit unit) {
      return unit == Unit.REQUESTS ? requests : checks;
    }
  }

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
  public Future<Left> take(String key, LimitsConfig.Plan plan, Unit unit, long amount) {
    Bucket bucket = bucket(key, plan, unit);
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(amount);
    long left = probe.getRemainingTokens();
    long wait =
        !probe.isConsumed()
            ? probe.getNanosToWaitForRefill()
            : left == 0 ? untilOne(bucket) : probe.getNanosToWaitForReset();
    return Future.succeededFuture(new Left(probe.isConsumed() ? amount : 0, left, seconds(wait)));
  }

  @Override
  public Future<Left> takeUpTo(String key, LimitsConfig.Plan plan, Unit unit, long most) {
    Bucket bucket = bucket(key, plan, unit);
    ConsumptionProbe all = bucket.tryConsumeAndReturnRemaining(most);
    if (all.isConsumed() && all.getRemainingTokens() > 0) {
      long wait = all.getNanosToWaitForReset();
      return Future.succeededFuture(new Left(most, all.getRemainingTokens(), seconds(wait)));
    }
    long granted = all.isConsumed() ? most : bucket.tryConsumeAsMuchAsPossible(most);
    return Future.succeededFuture(new Left(granted, 0, seconds(untilOne(bucket))));
  }

  private static long untilOne(Bucket bucket) {
    return bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill();
  }

  private Bucket bucket(String key, LimitsConfig.Plan plan, Unit unit) {
    return counters.get(key, unknown -> counter(plan)).of(unit);
  }

  /** How many clients are counted at present. */
  long clients() {
    counters.cleanUp();
    return counters.estimatedSize();
  }

  private Counter counter(LimitsConfig.Plan plan) {
    return new Counter(bucket(plan, Unit.REQUESTS), bucket(plan, Unit.CHECKS), plan.window());
  }

  private Bucket bucket(LimitsConfig.Plan plan, Unit unit) {
    Bandwidth limit =
        Bandwidth.builder()
            .capacity(unit.quota(plan))
            .refillGreedy(unit.quota(plan), plan.window())
            .build();
    return Bucket.builder().addLimit(limit).withCustomTimePrecision(clock).build();
  }

  /** Whole seconds and at least one, so that nobody is told to come again at once. */
  private static long seconds(long nanos) {
    return Math.max(1, (nanos + TimeUnit.SECONDS.toNanos(1) - 1) / TimeUnit.SECONDS.toNanos(1));
  }
}
