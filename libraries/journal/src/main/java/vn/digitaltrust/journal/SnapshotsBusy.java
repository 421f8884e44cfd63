package vn.digitaltrust.journal;

import java.time.Duration;

/** JRN-14: there is no seat for one more reader of the snapshot. Answered as 503. */
public class SnapshotsBusy extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** When to come again: a snapshot of some 10,000 entries is read in about this time. */
  public static final Duration RETRY_AFTER = Duration.ofSeconds(5);

  private final boolean clientReads;

  /**
   * Without a stack trace: the number of readers is to blame, and not a place in the program.
   *
   * @param clientReads whether this client reads a snapshot already
   */
  public SnapshotsBusy(boolean clientReads) {
    super(
        clientReads ? "the client reads a snapshot already" : "all seats are taken",
        null,
        false,
        false);
    this.clientReads = clientReads;
  }

  /** Whether this client reads a snapshot already; else other clients have all seats. */
  public boolean clientReads() {
    return clientReads;
  }
}
