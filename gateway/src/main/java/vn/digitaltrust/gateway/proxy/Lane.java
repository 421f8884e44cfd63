package vn.digitaltrust.gateway.proxy;

import io.vertx.core.http.HttpClient;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * PROXY-8: one of the two ways to a service, with connections of its own. Nothing queues: who finds
 * the lane full is turned away while an answer is still worth something.
 */
final class Lane {
  private final HttpClient connections;
  private final int most;
  private final AtomicInteger taken = new AtomicInteger();

  Lane(HttpClient connections, int most) {
    this.connections = connections;
    this.most = most;
  }

  HttpClient connections() {
    return connections;
  }

  /** How many exchanges are under way. */
  int taken() {
    return taken.get();
  }

  /** Takes one place; whoever gets it must give it back. */
  boolean enter() {
    if (taken.incrementAndGet() > most) {
      taken.decrementAndGet();
      return false;
    }
    return true;
  }

  void leave() {
    taken.decrementAndGet();
  }
}
