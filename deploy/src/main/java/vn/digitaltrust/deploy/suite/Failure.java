package vn.digitaltrust.deploy.suite;

/** Something the person at the terminal can understand and act on; shown without a stack trace. */
public final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A sentence that says what is wrong and what to do. */
  public Failure(String message) {
    super(message);
  }

  /** As above, with what caused it. */
  public Failure(String message, Throwable cause) {
    super(message, cause);
  }
}
