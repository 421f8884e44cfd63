package vn.digitaltrust.alliance.membership;

import java.time.Instant;
import java.util.UUID;

/**
 * What the applicant is told of an application: the state of PARTY entries.
 *
 * @param status {@code APPLIED}, {@code REFUSED} or {@code WITHDRAWN}
 * @param acceptance the proof of it that an admin stated; null when the subject applied itself
 * @param reasons why it was refused; null otherwise
 */
record ApplicationState(
    UUID id,
    UUID subject,
    MemberKind kind,
    MembershipStatus status,
    Instant appliedAt,
    String codeOfConduct,
    Acceptance acceptance,
    String reasons) {

  static ApplicationState of(Membership membership) {
    return new ApplicationState(
        membership.id(),
        membership.subject(),
        membership.kind(),
        membership.status(),
        membership.appliedAt(),
        membership.codeOfConduct(),
        membership.acceptance(),
        membership.reasons());
  }
}
