package vn.digitaltrust.journal;

import java.security.Principal;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * JRN-14: the seats for reading the snapshot. Each reader holds a thread and a connection to the
 * database as long as it takes. Can be used from any thread.
 */
final class SnapshotSeats {
  /**
   * Services cannot begin without a snapshot, and no member may keep them from it, so these seats
   * are theirs alone: one for each neighbour. Replicas of a service share a client, so a client may
   * have several of these seats.
   */
  static final int OF_SERVICES = 3;

  /**
   * Together with those of the services these are half of the 16 connections of a service: however
   * slowly all snapshots are read, the other half is left for short requests.
   */
  static final int OF_OTHERS = 5;

  private final Set<String> others = new HashSet<>();
  private int services;

  /**
   * Takes a seat for a service.
   *
   * @throws SnapshotsBusy when there is none
   */
  synchronized Seat ofService() {
    if (services == OF_SERVICES) {
      throw new SnapshotsBusy(false);
    }
    services++;
    return this::leaveService;
  }

  /**
   * Takes the seat of a client that is no service.
   *
   * @throws SnapshotsBusy when it has a seat already, or when there is none
   */
  synchronized Seat of(Principal client) {
    String key = key(client);
    if (others.contains(key)) {
      throw new SnapshotsBusy(true);
    }
    if (others.size() == OF_OTHERS) {
      throw new SnapshotsBusy(false);
    }
    others.add(key);
    return () -> leave(key);
  }

  /** How many seats are taken by clients that are no services. */
  synchronized int takenByOthers() {
    return others.size();
  }

  private synchronized void leaveService() {
    services--;
  }

  private synchronized void leave(String key) {
    others.remove(key);
  }

  /** A machine, or one person of a client that many share, as the gateway counts them. */
  private static String key(Principal client) {
    return client instanceof JsonWebToken token
        ? token.getClaim("azp") + " " + token.getSubject()
        : client.getName();
  }

  /** A seat that was taken; it is to be closed once. */
  interface Seat extends AutoCloseable {
    @Override
    void close();
  }
}
