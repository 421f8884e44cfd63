package vn.digitaltrust.journal;

/** JRN-12: reads of private data cannot be logged at present, so nothing private is read. */
public final class ReadsUnlogged extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ReadsUnlogged() {
    super("reads of private data cannot be logged at present", null, false, false);
  }
}
