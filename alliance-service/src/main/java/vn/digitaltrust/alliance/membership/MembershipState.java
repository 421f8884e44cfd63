package vn.digitaltrust.alliance.membership;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.digitaltrust.alliance.sanctions.Suspension;

/**
 * All that is public about a membership: the state of PUBLIC entries.
 *
 * @param status {@code ADMITTED}, {@code LEFT}, {@code EXCLUDED} or, as a tombstone, {@code
 *     ERASED}; as of the entry: whoever asks for an instant computes it from the intervals
 * @param leftAt when it ends or ended, an exclusion that is to come included; null while open
 * @param suspensions the net spans in which it is or will be paused; what is over is not told
 */
record MembershipState(
    UUID id,
    UUID subject,
    MemberKind kind,
    MembershipStatus status,
    Instant admittedAt,
    Instant leftAt,
    String codeOfConduct,
    List<Suspension> suspensions) {

  static MembershipState of(Membership membership, Instant now) {
    return new MembershipState(
        membership.id(),
        membership.subject(),
        membership.kind(),
        membership.status(),
        membership.admittedAt(),
        membership.leftAt(),
        membership.codeOfConduct(),
        membership.publicSuspensions(now));
  }
}
