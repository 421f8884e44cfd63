package vn.digitaltrust.sanctions.measure;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import vn.digitaltrust.door.Ids;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.sanctions.ground.GroundRef;
import vn.digitaltrust.sanctions.measure.MeasureStatus.Verb;
import vn.digitaltrust.vocabulary.MeasureClass;
import vn.digitaltrust.vocabulary.MeasureKind;
import vn.digitaltrust.vocabulary.Span;
import vn.digitaltrust.vocabulary.VietnamTime;

/**
 * A measure from its decision on. Whether it is in force is computed from its intervals (see {@link
 * MeasureTimeline}); nothing in it waits for a job. Each verb is one new version.
 */
@Entity
class Measure {
  @Id UUID id;
  @Version long version;

  @Column(updatable = false)
  UUID subject;

  @Column(name = "case_id", updatable = false)
  UUID caseId;

  @Column(name = "state_decision", updatable = false)
  UUID stateDecision;

  @Enumerated(EnumType.STRING)
  @Column(name = "class", updatable = false)
  MeasureClass measureClass;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  MeasureKind kind;

  @Column(updatable = false)
  boolean interim;

  @JdbcTypeCode(SqlTypes.JSON)
  Scope scope;

  @Column(updatable = false)
  String ground;

  @Column(name = "ground_title", updatable = false)
  String groundTitle;

  @Column(name = "ground_provision", updatable = false)
  String groundProvision;

  @Column(updatable = false)
  String authority;

  @Column(name = "from_day", updatable = false)
  LocalDate from;

  @Column(name = "until_day")
  LocalDate until;

  @Column(name = "review_on")
  LocalDate reviewOn;

  @Column(name = "starts_at", updatable = false)
  Instant startsAt;

  @Column(name = "ends_at")
  Instant endsAt;

  @JdbcTypeCode(SqlTypes.JSON)
  List<String> conditions;

  String statement;

  /** How often the subject changed its statement. */
  int statements;

  /** Why it could not wait for the decision; only of an interim measure. */
  @Column(updatable = false)
  String urgency;

  @Enumerated(EnumType.STRING)
  @Column(name = "end_state")
  MeasureEnd.State endState;

  @Column(name = "end_at")
  Instant endAt;

  @Enumerated(EnumType.STRING)
  @Column(name = "end_cause")
  AnnulmentCause endCause;

  @Column(name = "end_reasons")
  String endReasons;

  /** For how many days after its last one it stays public, as its ground said. */
  @Column(name = "published_days", updatable = false)
  int publishedDays;

  /** The first instant at which nothing of it is public; null while none is known. */
  @Column(name = "published_until")
  Instant publishedUntil;

  /** Whether it was told that nothing of it is public any more. */
  boolean unpublished;

  @Column(name = "imposed_at", updatable = false)
  Instant imposedAt;

  @Column(name = "changed_at")
  Instant changedAt;

  @OneToMany(cascade = CascadeType.PERSIST, fetch = FetchType.LAZY)
  @JoinColumn(name = "measure_id", nullable = false, updatable = false)
  @OrderBy("startsAt, id")
  List<MeasureException> exceptions = new ArrayList<>();

  @OneToMany(cascade = CascadeType.PERSIST, fetch = FetchType.LAZY)
  @JoinColumn(name = "measure_id", nullable = false, updatable = false)
  @OrderBy("startsAt, id")
  List<MeasureStay> stays = new ArrayList<>();

  protected Measure() {}

  /** SAN-42: a measure as it was decided; alliance measures begin with the decision at earliest. */
  static Measure impose(Imposition imposition, Instant now) {
    MeasureDraft draft = imposition.draft();
    Measure measure = new Measure();
    measure.id = Ids.next(now);
    measure.subject = imposition.subject();
    measure.caseId = imposition.caseId();
    measure.stateDecision = imposition.stateDecision();
    measure.measureClass = imposition.measureClass();
    measure.kind = draft.kind();
    measure.interim = imposition.interim();
    measure.scope = draft.scope();
    measure.ground = imposition.ground().code();
    measure.groundTitle = imposition.ground().title();
    measure.groundProvision = imposition.ground().provision();
    measure.authority = imposition.authority();
    measure.from = draft.from();
    measure.until = draft.until();
    measure.reviewOn = draft.reviewOn();
    Span whole =
        draft.decidedAt(
            measure.measureClass == MeasureClass.STATE_DECISION
                ? VietnamTime.startOf(draft.from())
                : now);
    measure.startsAt = whole.startsAt();
    measure.endsAt = whole.endsAt();
    measure.publishedUntil = whole.endsAt();
    measure.conditions = draft.conditions();
    measure.statement = imposition.statement();
    measure.urgency = imposition.urgency();
    measure.imposedAt = now;
    measure.changedAt = now;
    return measure;
  }

  MeasureTimeline timeline() {
    return new MeasureTimeline(
        Span.inOrder(startsAt, endsAt), stays.stream().map(MeasureStay::interval).toList(), end());
  }

  MeasureEnd end() {
    return endState == null ? null : new MeasureEnd(endState, endAt, endCause);
  }

  GroundRef groundRef() {
    return new GroundRef(ground, groundTitle, groundProvision);
  }

  boolean byState() {
    return measureClass == MeasureClass.STATE_DECISION;
  }

  /**
   * Changes what the measure asks for.
   *
   * @param milderOnly SAN-34: an appeal never makes a measure heavier
   */
  void vary(Variation change, boolean milderOnly, Instant now) {
    Variation whole = checkVariation(change, milderOnly, now);
    changed(now);
    scope = whole.scope();
    until = whole.until();
    reviewOn = whole.reviewOn();
    endsAt = until == null ? null : VietnamTime.endOf(until);
    publishAfterEnd(publishedDays);
    conditions = List.copyOf(whole.conditions());
  }

  /**
   * As {@link #vary}, without changing anything.
   *
   * @return the change with everything that stays as it is
   */
  Variation checkVariation(Variation change, boolean milderOnly, Instant now) {
    requireAllows(Verb.VARY, now);
    return change.onto(this, milderOnly, now);
  }

  /** SAN-44: permits something for a time although the measure stands. */
  UUID except(ExceptionRequest permission, String by, Instant now) {
    begin(Verb.EXCEPT, now);
    MeasureException exception = MeasureException.grant(permission, this, by, now);
    exceptions.add(exception);
    return exception.id;
  }

  /** SAN-45: takes its effect away for an interval; its end stays where it is. */
  void stay(UUID appeal, Span interval, String reasons, String by, Instant now) {
    begin(Verb.STAY, now);
    if (interval.empty() || stays.stream().anyMatch(other -> other.interval().overlaps(interval))) {
      throw Refusal.rule("SAN-45", "measure.stay-overlaps", id);
    }
    MeasureBounds.requireRoomForStay(stays);
    stays.add(MeasureStay.grant(appeal, interval, reasons, by, now));
  }

  /**
   * SAN-45: ends the stays that would go on.
   *
   * @return whether there were any
   */
  boolean endStays(Instant now) {
    boolean any = false;
    for (MeasureStay stay : stays) {
      Span cut = stay.interval().cutAt(now);
      if (!cut.equals(stay.interval())) {
        stay.endsAt = cut.endsAt();
        any = true;
      }
    }
    if (any) {
      changed(now);
    }
    return any;
  }

  void lift(String reasons, Instant now) {
    begin(Verb.LIFT, now);
    endStays(now);
    endState = MeasureEnd.State.LIFTED;
    endAt = now;
    publishedUntil = Span.earlier(publishedUntil, now);
    endReasons = reasons;
  }

  void annul(AnnulmentCause cause, String reasons, Instant now) {
    begin(Verb.ANNUL, now);
    endStays(now);
    endState = MeasureEnd.State.ANNULLED;
    endAt = now;
    publishedUntil = Span.earlier(publishedUntil, now);
    endCause = cause;
    endReasons = reasons;
  }

  /** SAN-51: puts the subject's own words beside the measure. */
  void state(String words, Instant now) {
    begin(Verb.STATE, now);
    MeasureBounds.requireRoomForStatement(statements);
    statement = words;
    statements++;
  }

  /** SAN-100: stays public for so many days after its last one. */
  void publishAfterEnd(int days) {
    publishedDays = days;
    publishedUntil = endsAt == null ? null : endsAt.plus(days, ChronoUnit.DAYS);
  }

  /**
   * SAN-100: marks that nothing of it is public any more, if that is so by when it was changed.
   *
   * @return whether that is to be told now: not again, once it was
   */
  boolean unpublish() {
    boolean over = publishedUntil != null && !changedAt.isBefore(publishedUntil);
    boolean news = over && !unpublished;
    unpublished = over;
    return news;
  }

  /** SAN-100: whether everybody may know of it at an instant, ended or not. */
  boolean isPublic(Instant at) {
    return !unpublished && (publishedUntil == null || at.isBefore(publishedUntil));
  }

  private void begin(Verb verb, Instant now) {
    requireAllows(verb, now);
    changed(now);
  }

  /** SAN-47: what was known when never goes back, though a clock may. */
  void changed(Instant now) {
    changedAt = now.isAfter(changedAt) ? now : changedAt;
  }

  private void requireAllows(Verb verb, Instant now) {
    MeasureStatus status = timeline().at(now);
    if (!status.allows(verb)) {
      throw Refusal.state("measure.state", status, verb);
    }
  }
}
