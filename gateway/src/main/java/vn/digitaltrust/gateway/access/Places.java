package vn.digitaltrust.gateway.access;

import java.util.HashMap;
import java.util.Map;

/**
 * ACCESS-4: a limit for what is under way at once, and a smaller limit for the part of one client.
 * Nobody waits for a place: whoever gets none is refused at once, and may come again. Can be used
 * from any thread.
 */
public final class Places {
  private final int limit;
  private final int limitPerClient;
  private final Map<String, Integer> perClient = new HashMap<>();
  private int taken;

  /** What came of asking for a place. */
  public enum Entry {
    /** The client has one more place, which must be given back. */
    GRANTED,
    /** The client has as many places as one client may have. */
    CLIENT_AT_LIMIT,
    /** All places are taken, by several clients. */
    ALL_TAKEN
  }

  /**
   * Nothing is under way.
   *
   * @param settings where the two limits are set, for the message when they do not fit together
   * @param limit how many places there are
   * @param limitPerClient how many of them one client may have: at least 1, and fewer than there
   *     are, so that no client alone takes the last place
   * @throws IllegalStateException otherwise
   */
  public Places(String settings, int limit, int limitPerClient) {
    if (limitPerClient < 1 || limitPerClient >= limit) {
      throw new IllegalStateException(
          "%s: one client may have %d of %d places. Let it have at least 1 and fewer than there are, or one client could shut out all others."
              .formatted(settings, limitPerClient, limit));
    }
    this.limit = limit;
    this.limitPerClient = limitPerClient;
  }

  /** How many places one client may have. */
  public int limitPerClient() {
    return limitPerClient;
  }

  /** How many places are taken. */
  public synchronized int taken() {
    return taken;
  }

  /** How many clients have a place. */
  public synchronized int clients() {
    return perClient.size();
  }

  /** Takes a place for this client; when it is granted, it must be given back once. */
  public synchronized Entry enter(Client client) {
    int has = perClient.getOrDefault(client.key(), 0);
    if (has >= limitPerClient) {
      return Entry.CLIENT_AT_LIMIT;
    }
    if (taken >= limit) {
      return Entry.ALL_TAKEN;
    }
    perClient.put(client.key(), has + 1);
    taken++;
    return Entry.GRANTED;
  }

  /** Gives a place of this client back. */
  public synchronized void leave(Client client) {
    perClient.computeIfPresent(client.key(), (key, has) -> has == 1 ? null : has - 1);
    taken--;
  }
}
