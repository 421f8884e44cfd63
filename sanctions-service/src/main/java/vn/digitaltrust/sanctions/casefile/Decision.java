package vn.digitaltrust.sanctions.casefile;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.Immutable;
import vn.digitaltrust.door.Ids;

/** What another person decided on a proposal. */
@Entity
@Immutable
class Decision {
  @Id UUID id;
  UUID proposal;

  @Column(name = "proposed_by")
  String proposedBy;

  @Enumerated(EnumType.STRING)
  Outcome outcome;

  String reasons;

  @Column(name = "decided_by")
  String decidedBy;

  @Column(name = "decided_at")
  Instant decidedAt;

  protected Decision() {}

  Decision(Proposal proposal, DecisionRequest request, String by, Instant now) {
    this.id = Ids.next(now);
    this.proposal = proposal.id;
    this.proposedBy = proposal.proposedBy;
    this.outcome = request.outcome();
    this.reasons = request.reasons();
    this.decidedBy = by;
    this.decidedAt = now;
  }

  /** How a proposal was decided. */
  @Schema(name = "SanctionsDecisionOutcome")
  enum Outcome {
    APPROVED,
    RETURNED,
    DISMISSED
  }
}
