package vn.digitaltrust.journal;

/**
 * JRN-30: a service asks for a journal of which it is granted nothing. An empty answer would look
 * complete, and a follower would forget all that it knows. Answered as 403.
 */
public final class NotGranted extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String client;

  /**
   * Refuses a service.
   *
   * @param client that the token was given to; empty if it names none
   * @param journal whose
   */
  public NotGranted(String client, String journal) {
    super("the client " + client + " is granted nothing of the journal of " + journal);
    this.client = client;
  }

  /** The client that the token was given to; empty if it names none. */
  public String client() {
    return client;
  }
}
