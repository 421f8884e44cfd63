package vn.digitaltrust.journal;

/**
 * The reader's position and hash are not part of this journal: it was rewound, restored or altered
 * since. The reader reloads from a snapshot. Answered as 409.
 */
public class JournalDiverged extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The message is meant for logs, not for the caller. */
  public JournalDiverged(String message) {
    super(message);
  }
}
