package vn.digitaltrust.gateway.proxy;

import io.vertx.core.http.HttpClient;
import java.util.concurrent.TimeUnit;
import vn.digitaltrust.gateway.access.Shares;

/**
 * PROXY-8: one of the two ways to a service, with connections of its own. Nothing queues: who finds
 * the lane full is turned away while an answer is still worth something.
 *
 * <p>More than a service can do at once only wait there and make everybody late. After a pause that
 * is soon over, so more are let in; when many are still there after a while, it is a crowd, and few
 * are let in. Every second it is tried whether as many as before a crowd find room again: when, for
 * as long as a pause, nobody was one too many for that, the crowd has gone. (After CoDel, RFC 8289:
 * what matters is not how long a queue is but how long it has been one.)
 */
final class Lane {
  /** How long many may be under way before it is a crowd, and a trial lasts. */
  static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  /** How long after the beginning of a crowd, or a trial that failed, the next is made. */
  static final long NEXT_TRIAL_NANOS = TimeUnit.SECONDS.toNanos(1);

  private enum State {
    /** Not many are under way. */
    CALM,
    /** Many are, for no longer than a pause yet. */
    MANY,
    /** Few are let in. */
    CROWD,
    /** Many are let in, to see whether that is still a crowd. */
    TRIAL
  }

  private final HttpClient connections;
  private final Sizes sizes;
  private final Shares shares;

  private int taken;
  private State state = State.CALM;

  /** When that began, in nanoseconds of {@link System#nanoTime}. */
  private long since;

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
            "proxy.connections is %d, -many is %d and -in-crowd is %d: none may be less than the next, or the last than 1"
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
  synchronized int taken() {
    return taken;
  }

  /**
   * Takes one place; whoever gets it must give it back.
   *
   * @param early whether the caller was turned away a moment ago and did not wait: of a crowd,
   *     others come first
   * @param now in nanoseconds of {@link System#nanoTime}
   */
  synchronized boolean enter(boolean early, long now) {
    boolean let = lets(early, now);
    if (let) {
      taken++;
    }
    return let;
  }

  private boolean lets(boolean early, long now) {
    if (state == State.MANY && now - since > PAUSE_NANOS) {
      change(State.CROWD, now);
    } else if (state == State.CROWD && now - since > NEXT_TRIAL_NANOS) {
      change(State.TRIAL, now);
    } else if (state == State.TRIAL && now - since > PAUSE_NANOS) {
      change(State.CALM, now);
    }
    return switch (state) {
      case CALM -> {
        if (taken >= sizes.many) {
          change(State.MANY, now);
        }
        yield taken < sizes.most;
      }
      case MANY -> taken < sizes.most;
      case CROWD -> !early && taken < sizes.inCrowd;
      case TRIAL -> {
        boolean fits = taken < (early ? sizes.inCrowd : sizes.many);
        if (!fits) {
          change(State.CROWD, now);
        }
        yield fits;
      }
    };
  }

  private void change(State next, long now) {
    state = next;
    since = now;
  }

  synchronized void leave() {
    taken--;
    if (state == State.MANY && taken <= sizes.many) {
      state = State.CALM;
    }
  }
}
