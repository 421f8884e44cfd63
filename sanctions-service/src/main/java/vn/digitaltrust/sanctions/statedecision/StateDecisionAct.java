package vn.digitaltrust.sanctions.statedecision;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.Immutable;
import vn.digitaltrust.door.Ids;

/** One later act of the authority. */
@Entity
@Immutable
@Table(name = "state_decision_act")
class StateDecisionAct {
  @Id UUID id;

  @Enumerated(EnumType.STRING)
  Kind kind;

  String number;

  @Column(name = "issued_on")
  LocalDate issuedOn;

  String reasons;

  @Column(name = "acted_by")
  String actedBy;

  @Column(name = "acted_at")
  Instant actedAt;

  protected StateDecisionAct() {}

  StateDecisionAct(Kind kind, ActRequest request, String by, Instant now) {
    this.id = Ids.next(now);
    this.kind = kind;
    this.number = request.number();
    this.issuedOn = request.issuedOn();
    this.reasons = request.reasons();
    this.actedBy = by;
    this.actedAt = now;
  }

  /** What was done. */
  @Schema(name = "SanctionsStateActKind")
  enum Kind {
    VARIED,
    STAYED,
    RESUMED,
    LIFTED,
    ANNULLED;

    boolean ends() {
      return this == LIFTED || this == ANNULLED;
    }
  }
}
