package vn.digitaltrust.gateway.access;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** ACCESS-4: how much each client has of something scarce, so that none takes it all. */
public final class Shares {
  private final int most;
  private final ConcurrentMap<String, Integer> taken = new ConcurrentHashMap<>();

  /**
   * Nobody has anything yet.
   *
   * @param most how much one client may have at once
   */
  public Shares(int most) {
    this.most = most;
  }

  /** How much one client may have at once. */
  public int most() {
    return most;
  }

  /** How many clients have something. */
  public int clients() {
    return taken.size();
  }

  /** Takes one for this client; whoever gets it must {@link #leave} it again. */
  public boolean enter(Client client) {
    int now = taken.merge(client.key(), 1, Integer::sum);
    if (now > most) {
      leave(client);
      return false;
    }
    return true;
  }

  /** Gives one back. */
  public void leave(Client client) {
    taken.computeIfPresent(client.key(), (key, count) -> count == 1 ? null : count - 1);
  }
}
