package vn.digitaltrust.sanctions.appeal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import vn.digitaltrust.sanctions.door.Ids;

/** One vote; the last of each person counts. */
@Entity
@Immutable
@Table(name = "appeal_vote")
class AppealVote {
  @Id UUID id;
  String person;

  @Enumerated(EnumType.STRING)
  Outcome outcome;

  String reasons;

  @Column(name = "voted_at")
  Instant votedAt;

  protected AppealVote() {}

  AppealVote(String person, Outcome outcome, String reasons, Instant now) {
    this.id = Ids.next(now);
    this.person = person;
    this.outcome = outcome;
    this.reasons = reasons;
    this.votedAt = now;
  }
}
