package vn.digitaltrust.gateway.trust;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A membership as the alliance shows it.
 *
 * @param span from admission to departure, or null when the subject was never admitted
 */
record Membership(UUID id, UUID subject, Interval span, List<Interval> suspensions) {
  static final Standing NONE = new Standing("NONE", null);

  /** A membership at a time; {@code since} is null without one. */
  @Schema(name = "GatewayMembership")
  record Standing(
      @Schema(
              enumeration = {"NONE", "MEMBER", "SUSPENDED"},
              examples = "MEMBER",
              description = "More values may come; treat an unknown one as NONE")
          String status,
      @Schema(
              implementation = String.class,
              format = "date-time",
              nullable = true,
              examples = "2026-03-01T02:00:00Z")
          Instant since) {}

  private boolean suspended(Instant at) {
    return suspensions.stream().anyMatch(suspension -> suspension.contains(at));
  }

  /** GW-12: the standing of a subject with these memberships. */
  static Standing at(Instant at, List<Membership> memberships) {
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
