package vn.digitaltrust.sanctions.appeal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import vn.digitaltrust.door.Ids;
import vn.digitaltrust.sanctions.measure.AnnulmentCause;

/** One vote; the last of each person counts. */
@Entity
@Immutable
@Table(name = "appeal_vote")
class AppealVote {
  @Id UUID id;
  String person;

  @Enumerated(EnumType.STRING)
  Outcome outcome;

  @Enumerated(EnumType.STRING)
  AnnulmentCause cause;

  @JdbcTypeCode(SqlTypes.JSON)
  List<MeasureVariation> variations;

  String reasons;

  @Column(name = "voted_at")
  Instant votedAt;

  protected AppealVote() {}

  AppealVote(String person, Finding finding, String reasons, Instant now) {
    this.id = Ids.next(now);
    this.person = person;
    this.outcome = finding.outcome();
    this.cause = finding.cause();
    this.variations = finding.variations();
    this.reasons = reasons;
    this.votedAt = now;
  }

  Finding finding() {
    return new Finding(outcome, cause, variations);
  }
}
