package vn.digitaltrust.sanctions.appeal;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.sanctions.measure.AnnulmentCause;
import vn.digitaltrust.sanctions.registry.RegistrySpeaking;

/** An appeal of a subject: {@code LODGED → RULED | WITHDRAWN}. */
@Entity
class Appeal {
  static final int VOTES_OF_A_MEMBER = 10;

  @Id UUID id;
  @Version long version;

  @Column(name = "case_id", updatable = false)
  UUID caseId;

  @Column(updatable = false)
  UUID subject;

  @Column(updatable = false)
  String text;

  @Enumerated(EnumType.STRING)
  AppealStatus status;

  @Column(name = "lodged_by", updatable = false)
  String lodgedBy;

  @Column(name = "lodged_at", updatable = false)
  Instant lodgedAt;

  @Enumerated(EnumType.STRING)
  Outcome outcome;

  @Enumerated(EnumType.STRING)
  AnnulmentCause cause;

  @JdbcTypeCode(SqlTypes.JSON)
  List<MeasureVariation> variations = List.of();

  String reasons;

  /** The guardian who wants to withdraw while there is another one; or null. */
  @Column(name = "withdrawal_by")
  UUID withdrawalBy;

  @Column(name = "ended_by")
  String endedBy;

  @Column(name = "ended_at")
  Instant endedAt;

  @Column(name = "changed_at")
  Instant changedAt;

  @OneToMany(cascade = CascadeType.PERSIST)
  @JoinColumn(name = "appeal_id", nullable = false, updatable = false)
  @OrderBy("votedAt, id")
  List<AppealVote> votes = new ArrayList<>();

  protected Appeal() {}

  static Appeal lodge(UUID id, UUID caseId, UUID subject, String text, String person, Instant now) {
    Appeal appeal = new Appeal();
    appeal.id = id;
    appeal.caseId = caseId;
    appeal.subject = subject;
    appeal.text = text;
    appeal.status = AppealStatus.LODGED;
    appeal.lodgedBy = person;
    appeal.lodgedAt = now;
    appeal.changedAt = now;
    return appeal;
  }

  /**
   * SAN-35: that a member may stay measures now.
   *
   * @param impartial who took no part in the case
   */
  void stay(String member, Predicate<String> impartial, Instant now) {
    begin(AppealAction.STAY, now);
    requireImpartial(member, impartial);
    requireSeat(member, impartial);
  }

  /** SAN-33: a member votes, or votes anew. */
  void vote(Finding vote, String why, String member, Predicate<String> impartial, Instant now) {
    begin(AppealAction.VOTE, now);
    requireImpartial(member, impartial);
    requireSeat(member, impartial);
    if (votes.stream().filter(it -> it.person.equals(member)).count() >= VOTES_OF_A_MEMBER) {
      throw Refusal.rule("SAN-37", "appeal.votes-full", VOTES_OF_A_MEMBER);
    }
    votes.add(new AppealVote(member, vote.checked(), why, now));
  }

  /**
   * SAN-32: one of the panel pronounces what its majority found.
   *
   * @return the panel
   */
  Set<String> rule(String why, String member, Predicate<String> impartial, Instant now) {
    begin(AppealAction.RULE, now);
    Tally tally = Tally.of(votes, impartial);
    if (!tally.panel().contains(member)) {
      throw Refusal.rule("SAN-31", "appeal.not-on-panel");
    }
    Finding found =
        tally
            .majority()
            .orElseThrow(() -> Refusal.rule("SAN-32", "appeal.no-majority", tally.panel().size()));
    outcome = found.outcome();
    cause = found.cause();
    variations = found.variations();
    reasons = why;
    end(AppealStatus.RULED, member, now);
    return tally.panel();
  }

  /** The subject itself takes the appeal back. */
  void withdraw(String person, Instant now) {
    withdraw(person, null, now);
  }

  /**
   * SAN-143: the subject or its representative takes the appeal back.
   *
   * @param speaking as whose representative the person acts, or null for the subject itself
   * @return whether it is withdrawn; otherwise the other guardian has to agree
   */
  boolean withdraw(String person, RegistrySpeaking speaking, Instant now) {
    begin(AppealAction.WITHDRAW, now);
    if (speaking != null
        && !speaking.guardians().isEmpty()
        && !speaking.guardians().contains(withdrawalBy)) {
      if (speaking.representative().equals(withdrawalBy)) {
        throw Refusal.state("appeal.guardian-awaited");
      }
      withdrawalBy = speaking.representative();
      return false;
    }
    end(AppealStatus.WITHDRAWN, person, now);
    return true;
  }

  private void begin(AppealAction action, Instant now) {
    if (!status.open()) {
      throw Refusal.state("appeal.state", status, action);
    }
    changedAt = now;
  }

  private static void requireImpartial(String member, Predicate<String> impartial) {
    if (!impartial.test(member)) {
      throw Refusal.rule("SAN-31", "appeal.took-part");
    }
  }

  private void requireSeat(String member, Predicate<String> impartial) {
    if (!Tally.of(votes, impartial).admits(member)) {
      throw Refusal.rule("SAN-31", "appeal.panel-full");
    }
  }

  private void end(AppealStatus how, String by, Instant now) {
    status = how;
    endedBy = by;
    endedAt = now;
  }
}
