package vn.digitaltrust.alliance.membership;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.digitaltrust.alliance.registry.ShownName;
import vn.digitaltrust.alliance.sanctions.Suspension;

/**
 * A membership as one reader sees it now.
 *
 * @param status as of this answer; more values may come
 * @param suspended whether a measure pauses it as of this answer
 * @param admittedAt null for an application
 * @param leftAt when it ends or ended; null while open
 * @param suspensions the spans in which measures pause it; stays and ends are taken out. What is
 *     over, and which measures they are, is told to the same as the acceptance
 * @param appliedAt told only to the subject, the alliance and auditors
 * @param acceptance the proof that an admin stated of the subject's acceptance; told to the same
 * @param reasons of the decision; told only to the subject, the alliance and auditors
 * @param admission who asked for the admission last, and what became of it; told only to the
 *     alliance and auditors
 */
@Schema(name = "AllianceMembership")
record MembershipView(
    UUID id,
    UUID subject,
    @Schema(
            nullable = true,
            description =
                "The subject's shown name, for those who work here; null or absent for others, and"
                    + " when no name may be shown")
        String subjectName,
    @Schema(nullable = true, description = ShownName.NUMBER) String subjectNumber,
    MemberKind kind,
    MembershipStatus status,
    boolean suspended,
    @Schema(nullable = true) Instant admittedAt,
    @Schema(nullable = true) Instant leftAt,
    @Schema(examples = "1.0") String codeOfConduct,
    List<Suspension> suspensions,
    @Schema(nullable = true) Instant appliedAt,
    @Schema(nullable = true) Acceptance acceptance,
    @Schema(nullable = true) String reasons,
    @Schema(nullable = true) AdmissionView admission,
    @Schema(description = "Also in the ETag; send it back in If-Match") long version) {

  /**
   * @param shown what the reader is shown of the subject's name
   * @param insider whether the reader sees what is not public about it
   * @param admission asked for last, if the reader is shown it, or null
   */
  static MembershipView of(
      Membership membership, ShownName shown, Instant at, boolean insider, Admission admission) {
    MembershipStatus status = membership.statusAt(at);
    return new MembershipView(
        membership.id(),
        membership.subject(),
        shown.name(),
        shown.number(),
        membership.kind(),
        status,
        status == MembershipStatus.ADMITTED
            && membership.standingAt(at) == MemberStanding.SUSPENDED,
        membership.admittedAt(),
        membership.leftAt(),
        membership.codeOfConduct(),
        insider ? membership.suspensions() : membership.publicSuspensions(at),
        insider ? membership.appliedAt() : null,
        insider ? membership.acceptance() : null,
        insider ? membership.reasons() : null,
        AdmissionView.of(admission),
        membership.version());
  }
}
