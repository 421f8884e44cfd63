package vn.digitaltrust.journal;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Where the work at hand comes from.
 *
 * @param actor the token's {@code sub}, or {@code service:<name>} in background work
 * @param requestId the request's {@code X-Request-Id}; null in background work or where absent
 */
record Origin(String actor, String requestId) {

  /** What the library needs to know of the current request, if there is one. */
  interface Source {
    /** Who acts, under which request. */
    Origin current();

    /** A header of the current request. */
    Optional<String> header(String name);

    /** Method and path of the current request, the ids in the path included. */
    String route();

    /**
     * What the caller may read of the journal.
     *
     * @throws NotGranted when the caller is a service that is granted nothing of it
     */
    Reader reader();
  }

  /**
   * What a caller may read of the journal.
   *
   * @param everything an auditor who is bound to no subject or member: also who did it, and what
   *     was replaced since
   * @param open the latest that is told in public: every member, and the services of {@link Grants}
   * @param inside aggregates whose INTERNAL entries a service is granted
   * @param named the subject and the member that the caller's token is bound to
   */
  record Reader(boolean everything, boolean open, Set<String> inside, Set<UUID> named) {}
}
