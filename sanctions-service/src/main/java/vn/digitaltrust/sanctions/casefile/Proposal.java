package vn.digitaltrust.sanctions.casefile;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import vn.digitaltrust.door.Ids;
import vn.digitaltrust.sanctions.measure.MeasureDraft;

/** What an officer proposes to decide. */
@Entity
@Immutable
class Proposal {
  @Id UUID id;
  String reasons;

  @JdbcTypeCode(SqlTypes.JSON)
  List<MeasureDraft> measures;

  @Column(name = "proposed_by")
  String proposedBy;

  @Column(name = "proposed_at")
  Instant proposedAt;

  protected Proposal() {}

  Proposal(ProposalRequest request, String by, Instant now) {
    this.id = Ids.next(now);
    this.reasons = request.reasons();
    this.measures = List.copyOf(request.measures());
    this.proposedBy = by;
    this.proposedAt = now;
  }
}
