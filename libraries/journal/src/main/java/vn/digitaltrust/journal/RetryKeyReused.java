package vn.digitaltrust.journal;

/** The retry key was used before with another request body. Answered as 422. */
public class RetryKeyReused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The message is meant for logs, not for the caller. */
  public RetryKeyReused(String message) {
    super(message);
  }
}
