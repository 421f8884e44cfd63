package vn.digitaltrust.alliance.membership;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.digitaltrust.door.TwoPeople;

/**
 * Who asked for an admission, and what became of it.
 *
 * @param decidedBy who approved, refused or took it back; null while it waits
 */
@Schema(name = "AllianceAdmissionRequest")
record AdmissionView(
    TwoPeople.Status status,
    String requestedBy,
    Instant requestedAt,
    @Schema(nullable = true) String requestReasons,
    @Schema(nullable = true) String decidedBy,
    @Schema(nullable = true) Instant decidedAt,
    @Schema(nullable = true) String decisionReasons) {

  /** The view of one, or null of none. */
  static AdmissionView of(Admission admission) {
    if (admission == null) {
      return null;
    }
    TwoPeople people = admission.people();
    return new AdmissionView(
        people.status(),
        people.requestedBy(),
        people.requestedAt(),
        people.requestReason(),
        people.decidedBy(),
        people.decidedAt(),
        people.decisionReason());
  }
}
