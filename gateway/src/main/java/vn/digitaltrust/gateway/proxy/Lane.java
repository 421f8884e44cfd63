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
 * is soon over, so more are let in; when it is not over after a while, it is a crowd, and fewer are
 * let in until it has gone: until there were few again and, for as long as a pause, nobody came who
 * was one too many. (After CoDel, RFC 8289: what matters is not how long a queue is but how long it
 * has been one.)
 */
final class Lane {
  /** How long more may be under way before it is a crowd, and nobody come before it has gone. */
  static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private static final long NEVER = Long.MIN_VALUE;

  private final HttpClient connections;
  private final int most;
  private final int mostInCrowd;
  private final Shares shares;
  private final AtomicInteger taken = new AtomicInteger();

  /** When the first and the last came who were one too many for a crowd. */
  private volatile long manySince = NEVER;

  private volatile long manyLast;

  /** Whether there were few again since the last. */
  private volatile boolean fewSince;

  private volatile boolean crowd;

  /**
   * An empty lane.
   *
   * @param most how many may be under way
   * @param mostInCrowd how many when it has been more for some time
   * @param shares how many of them may be one client's
   */
  Lane(HttpClient connections, int most, int mostInCrowd, Shares shares) {
    this.connections = connections;
    this.most = most;
    this.mostInCrowd = mostInCrowd;
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
   * @param now in nanoseconds of {@link System#nanoTime}
   */
  boolean enter(long now) {
    int count = taken.incrementAndGet();
    boolean crowded = count > mostInCrowd && isCrowd(now);
    if (crowded || count > most) {
      taken.decrementAndGet();
      return false;
    }
    return true;
  }

  private boolean isCrowd(long now) {
    boolean gone = crowd && fewSince && now - manyLast > PAUSE_NANOS;
    if (manySince == NEVER || gone) {
      manySince = now;
    }
    manyLast = now;
    fewSince = false;
    crowd = now - manySince > PAUSE_NANOS;
    return crowd;
  }

  void leave() {
    int left = taken.decrementAndGet();
    if (left <= mostInCrowd) {
      fewSince = true;
    }
    if (left <= mostInCrowd / 2 && !crowd) {
      manySince = NEVER;
    }
  }
}
