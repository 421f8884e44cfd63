package vn.digitaltrust.journal;

/**
 * A request with the same retry key is still running; its outcome is not known yet. Answered as
 * 409.
 */
public class RetryStillRunning extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The message is meant for logs, not for the caller. */
  public RetryStillRunning(String message) {
    super(message);
  }
}
