package vn.digitaltrust.gateway.proxy;

import io.vertx.core.http.HttpClient;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * PROXY-8: one of the two ways to a service, with connections of its own. Nothing queues: who finds
 * the lane full is turned away while an answer is still worth something.
 */
final class Lane {
  private final HttpClient connections;
  private final int most;
  private final int mostPerClient;
  private final AtomicInteger taken = new AtomicInteger();
  private final ConcurrentMap<String, Integer> byClient = new ConcurrentHashMap<>();

  Lane(HttpClient connections, int most, int mostPerClient) {
    this.connections = connections;
    this.most = most;
    this.mostPerClient = mostPerClient;
  }

  HttpClient connections() {
    return connections;
  }

  int mostPerClient() {
    return mostPerClient;
  }

  /** How many exchanges are under way. */
  int taken() {
    return taken.get();
  }

  /** How many clients have exchanges under way. */
  int clients() {
    return byClient.size();
  }

  /** Takes one place of a client's own; whoever gets it must give it back. */
  boolean enterAs(String client) {
    int now = byClient.merge(client, 1, Integer::sum);
    if (now > mostPerClient) {
      leaveAs(client);
      return false;
    }
    return true;
  }

  void leaveAs(String client) {
    byClient.computeIfPresent(client, (key, count) -> count == 1 ? null : count - 1);
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
