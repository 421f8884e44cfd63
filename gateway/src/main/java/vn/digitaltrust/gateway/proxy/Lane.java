package vn.digitaltrust.gateway.proxy;

import io.vertx.core.http.HttpClient;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import vn.digitaltrust.gateway.access.Shares;

/**
 * PROXY-8: one of the two ways to a service, with connections of its own. Nothing queues: who finds
 * the lane full is turned away while an answer is still worth something.
 *
 * <p>More than a service can do at once only wait there and make everybody late. After a pause that
 * is soon over, so more are let in; when many are still there after a while, it is a crowd, and few
 * are let in until it has gone: until nobody was one too many for a second. (After CoDel, RFC 8289:
 * what matters is not how long a queue is but how long it has been one.)
 */
final class Lane {
  /** How long many may be under way before it is a crowd. */
  static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  /**
   * How long nobody is one too many before it has gone; longer than this process or a service may
   * stop, during which nobody comes either.
   */
  static final long QUIET_NANOS = TimeUnit.SECONDS.toNanos(1);

  private static final long NEVER = Long.MIN_VALUE;

  private final HttpClient connections;
  private final Sizes sizes;
  private final Shares shares;
  private final AtomicInteger taken = new AtomicInteger();

  /** When the first and the last came who were one too many. */
  private volatile long manySince = NEVER;

  private volatile long manyLast;

  /** Whether there were few again since the last. */
  private volatile boolean fewSince;

  private volatile boolean crowd;

  /**
   * How many may be under way.
   *
   * @param most at any time
   * @param many beyond which it is a crowd if they do not become fewer
   * @param inCrowd then
   */
  record Sizes(int most, int many, int inCrowd) {
    Sizes {
      if (inCrowd < 1 || many < inCrowd || most < many) {
        throw new IllegalStateException(
            "Of exchanges at once, %d at most, %d that are many and %d in a crowd: each must be at least the next, and the last 1 (proxy.connections, -many, -in-crowd)"
                .formatted(most, many, inCrowd));
      }
    }
  }

  /**
   * An empty lane.
   *
   * @param shares how many places may be one client's
   */
  Lane(HttpClient connections, Sizes sizes, Shares shares) {
    this.connections = connections;
    this.sizes = sizes;
    this.shares = shares;
  }

  HttpClient connections() {
    return connections;
  }

  Shares shares() {
    return shares;
  }

  /** How many exchanges are under way. */
  int taken() {
    return taken.get();
  }

  /**
   * Takes one place; whoever gets it must give it back.
   *
   * @param early whether the caller was turned away a moment ago and did not wait: of a crowd,
   *     others come first
   * @param now in nanoseconds of {@link System#nanoTime}
   */
  boolean enter(boolean early, long now) {
    int count = taken.incrementAndGet();
    boolean tooMany = count > (crowd ? sizes.inCrowd : sizes.many) && isCrowd(now);
    boolean tooEarly = early && crowd && !hasGone(now);
    if (tooMany || tooEarly || count > sizes.most) {
      taken.decrementAndGet();
      return false;
    }
    return true;
  }

  private boolean isCrowd(long now) {
    if (manySince == NEVER || crowd && hasGone(now)) {
      manySince = now;
    }
    manyLast = now;
    fewSince = false;
    crowd = now - manySince > PAUSE_NANOS;
    return crowd;
  }

  private boolean hasGone(long now) {
    return fewSince && now - manyLast > QUIET_NANOS;
  }

  void leave() {
    int left = taken.decrementAndGet();
    if (left <= sizes.inCrowd) {
      fewSince = true;
    }
    if (left <= sizes.many / 2 && !crowd) {
      manySince = NEVER;
    }
  }
}
