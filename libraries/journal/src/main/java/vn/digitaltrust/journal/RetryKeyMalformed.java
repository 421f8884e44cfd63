package vn.digitaltrust.journal;

/** The retry key is not 1 to 200 visible ASCII characters. Answered as 400. */
public class RetryKeyMalformed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The message is meant for logs, not for the caller. */
  public RetryKeyMalformed(String message) {
    super(message);
  }
}
