package vn.digitaltrust.registry.representation;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import vn.digitaltrust.door.Refusal;

/** That one subject may speak for another: entered, confirmed once, and over at its end. */
@Entity
class Representation {
  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  private UUID represented;

  @Column(updatable = false)
  private UUID representative;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private RepresentationKind kind;

  @Convert(converter = Purposes.class)
  @Column(updatable = false)
  private Set<Purpose> purposes;

  private String caseWord;
  private String powerNumber;
  private LocalDate powerDate;

  @Column(updatable = false)
  private Instant startsAt;

  private Instant endsAt;
  private String endReason;

  @Enumerated(EnumType.STRING)
  private Confirmer confirmedBy;

  private Instant confirmedAt;

  @Column(updatable = false)
  private Instant enteredAt;

  private boolean erased;

  Representation() {}

  Representation(
      UUID id,
      UUID represented,
      RepresentationRequest request,
      Instant startsAt,
      Instant endsAt,
      Instant now) {
    this.id = id;
    this.represented = represented;
    this.representative = request.representative();
    this.kind = request.kind();
    this.purposes = Set.copyOf(request.purposes());
    this.caseWord = request.caseWord() == null ? "" : request.caseWord();
    this.powerNumber = request.powerNumber();
    this.powerDate = request.powerDate();
    this.startsAt = startsAt;
    this.endsAt = endsAt;
    this.enteredAt = now;
  }

  /** REP-2. */
  void confirm(Confirmer by, Instant now) {
    if (confirmedAt != null) {
      throw Refusal.state("representation.confirmed");
    }
    requireNotOver(now);
    if (kind == RepresentationKind.GUARDIAN && by != Confirmer.REGISTRAR) {
      throw Refusal.rule("REP-2", "representation.guardian-confirmed");
    }
    confirmedBy = by;
    confirmedAt = now;
  }

  /** REP-6. One that has not begun ends at its beginning. */
  void end(Instant at, String reason, Instant now) {
    requireNotOver(now);
    if (at.isBefore(now) || endsAt != null && at.isAfter(endsAt)) {
      throw Refusal.rule("REP-6", "representation.end");
    }
    endsAt = at.isBefore(startsAt) ? startsAt : at;
    endReason = reason;
  }

  /** REP-8. */
  void erase(Instant now) {
    if (endsAt == null || endsAt.isAfter(now)) {
      endsAt = now.isBefore(startsAt) ? startsAt : now;
    }
    caseWord = "";
    powerNumber = null;
    powerDate = null;
    endReason = null;
    erased = true;
  }

  private void requireNotOver(Instant now) {
    if (endsAt != null && (!now.isBefore(endsAt) || endsAt.equals(startsAt))) {
      throw Refusal.state("representation.over", endsAt);
    }
  }

  /** What the record allows to a person who is 18 years old at an instant, or null. */
  Mandate mandate(Instant ofAgeAt) {
    return new Mandate(kind, purposes, caseWord, confirmedAt != null, startsAt, endsAt, ofAgeAt);
  }

  UUID id() {
    return id;
  }

  long version() {
    return version;
  }

  UUID represented() {
    return represented;
  }

  UUID representative() {
    return representative;
  }

  RepresentationKind kind() {
    return kind;
  }

  Set<Purpose> purposes() {
    return purposes;
  }

  /** The one case of a counsel, or null. */
  String caseWord() {
    return caseWord.isEmpty() ? null : caseWord;
  }

  String powerNumber() {
    return powerNumber;
  }

  LocalDate powerDate() {
    return powerDate;
  }

  Instant startsAt() {
    return startsAt;
  }

  Instant endsAt() {
    return endsAt;
  }

  String endReason() {
    return endReason;
  }

  Confirmer confirmedBy() {
    return confirmedBy;
  }

  Instant confirmedAt() {
    return confirmedAt;
  }
}
