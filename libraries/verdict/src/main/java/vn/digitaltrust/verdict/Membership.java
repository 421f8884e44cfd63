package vn.digitaltrust.verdict;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.digitaltrust.vocabulary.Span;

/**
 * A membership as the alliance shows it.
 *
 * @param span from admission to departure, or null when the subject was never admitted
 */
public record Membership(UUID id, UUID subject, Span span, List<Span> suspensions) {
  /** The standing of who has no membership. */
  public static final Standing NONE = new Standing("NONE", null);

  /**
   * A membership at a time.
   *
   * @param status {@code NONE}, {@code MEMBER} or {@code SUSPENDED}
   * @param since when it began, or null without one
   */
  public record Standing(String status, Instant since) {}

  private boolean suspended(Instant at) {
    return suspensions.stream().anyMatch(suspension -> suspension.contains(at));
  }

  /** GW-12: the standing of a subject with these memberships. */
  public static Standing at(Instant at, List<Membership> memberships) {
    Standing best = NONE;
    for (Membership membership : memberships) {
      if (membership.span() != null && membership.span().contains(at)) {
        if (membership.suspended(at)) {
          return new Standing("SUSPENDED", membership.span().startsAt());
        }
        best = new Standing("MEMBER", membership.span().startsAt());
      }
    }
    return best;
  }
}
