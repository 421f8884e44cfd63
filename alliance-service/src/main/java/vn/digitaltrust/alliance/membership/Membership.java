package vn.digitaltrust.alliance.membership;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import vn.digitaltrust.alliance.membership.MembershipStatus.Action;
import vn.digitaltrust.alliance.right.Right;
import vn.digitaltrust.alliance.sanctions.Consequence;
import vn.digitaltrust.alliance.sanctions.Suspension;
import vn.digitaltrust.door.Ids;
import vn.digitaltrust.door.Page;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.vocabulary.Span;

/**
 * One subject's membership, from the application to its end. {@code status} is the last that was
 * written; how it stands at an instant follows from its intervals (see {@link #statusAt}).
 */
@Entity
@Table(name = "membership")
class Membership implements Right {
  @Id private UUID id;

  @Version private long version;

  @Column(updatable = false)
  private UUID subject;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private MemberKind kind;

  @Column(name = "code_of_conduct", updatable = false)
  private String codeOfConduct;

  @Column(name = "applied_at", updatable = false)
  private Instant appliedAt;

  @Column(name = "applied_by", updatable = false)
  private String appliedBy;

  /** Stated by an admin who entered the application; null when the subject applied itself. */
  @Embedded private Acceptance acceptance;

  @Enumerated(EnumType.STRING)
  private MembershipStatus status;

  @Column(name = "decided_by")
  private String decidedBy;

  private String reasons;

  @Column(name = "admitted_at")
  private Instant admittedAt;

  /** When the member left by will or by deregistration; measures count apart. */
  @Column(name = "departed_at")
  private Instant departedAt;

  /** The earliest of departure, exclusion and the next membership. */
  @Column(name = "left_at")
  private Instant leftAt;

  @Enumerated(EnumType.STRING)
  private MemberStanding heard;

  /** The next boundary to tell of; moved alone, by a query, when there is nothing to tell. */
  @Column(name = "next_look")
  private Instant nextLook;

  /** When the journal was told of it last; null for an application. */
  @Column(name = "told_at")
  private Instant toldAt;

  @ElementCollection
  @BatchSize(size = Page.MOST)
  @CollectionTable(name = "membership_suspension", joinColumns = @JoinColumn(name = "membership"))
  private List<Suspension> suspensions = new ArrayList<>();

  protected Membership() {}

  Membership(ApplicationRequest request, MemberKind kind, String appliedBy, Instant now) {
    this.id = Ids.next(now);
    this.subject = request.subject();
    this.kind = kind;
    this.codeOfConduct = request.codeOfConduct();
    this.acceptance = request.acceptance();
    this.appliedBy = appliedBy;
    this.appliedAt = now;
    this.status = MembershipStatus.APPLIED;
  }

  void admit(String by, String why, Instant now) {
    require(Action.ADMIT, now);
    status = MembershipStatus.ADMITTED;
    decidedBy = by;
    reasons = why;
    admittedAt = now;
    heard = MemberStanding.ACTIVE;
  }

  /** ALL-10: refused unless it can be admitted; told before what the neighbours say of it. */
  void requireMayBeAdmitted(Instant now) {
    require(Action.ADMIT, now);
  }

  void refuse(String by, String why, Instant now) {
    require(Action.REFUSE, now);
    status = MembershipStatus.REFUSED;
    decidedBy = by;
    reasons = why;
  }

  void depart(Instant now) {
    require(Action.DEPART, now);
    end(now);
  }

  /** ALL-19: the subject is no longer registered; nothing happens to what is not open. */
  boolean close(Instant at, Instant now) {
    if (!statusAt(now).allows(Action.CLOSE) || departedAt != null) {
      return false;
    }
    end(admittedAt != null && at.isBefore(admittedAt) ? admittedAt : at);
    return true;
  }

  /** ALL-19: what was written about the subject goes; the bare ids stay. */
  void erase() {
    status = MembershipStatus.ERASED;
    reasons = null;
    acceptance = null;
    suspensions.clear();
    nextLook = null;
  }

  private void end(Instant at) {
    if (admittedAt == null) {
      status = MembershipStatus.WITHDRAWN;
      return;
    }
    departedAt = at;
    leftAt = Span.earlier(leftAt, at);
    status = MembershipStatus.LEFT;
  }

  /** ALL-18: whether settling would make a membership that had ended open again. */
  boolean reopensBy(Consequence consequence, Instant successor, Instant now) {
    boolean departs = right(successor).endsAt() != null;
    Instant ended = consequence.endedAt();
    return status == MembershipStatus.EXCLUDED
        && !departs
        && (ended == null || now.isBefore(ended));
  }

  /** The span that the membership has, or would have, without any measure. */
  Span right(Instant successor) {
    return new Span(admittedAt, Span.earlier(departedAt, successor));
  }

  /**
   * ALL-18: takes over what measures do to the membership.
   *
   * @param successor when the subject's next membership began; null without one
   * @return the type of the entry to append; empty when nothing changed
   */
  Optional<String> settle(Consequence consequence, Instant successor, Instant now) {
    Instant left = Span.earlier(right(successor).endsAt(), consequence.endedAt());
    boolean replanned = !suspensions().equals(consequence.suspensions());
    if (replanned) {
      suspensions.clear();
      suspensions.addAll(consequence.suspensions());
    }
    replanned |= !Objects.equals(leftAt, left);
    leftAt = left;
    boolean excluded = left != null && left.equals(consequence.endedAt());
    status =
        left == null || excluded && now.isBefore(left)
            ? MembershipStatus.ADMITTED
            : excluded ? MembershipStatus.EXCLUDED : MembershipStatus.LEFT;
    MemberStanding before = heard;
    heard = standingAt(now);
    if (heard == before && !replanned && !Suspension.endedSince(toldAt, now, suspensions)) {
      return Optional.empty();
    }
    watch(now);
    return Optional.of(heard == before ? "membership.revised" : heard.entryAfter(before));
  }

  /** ALL-91: the journal is told of it now; noted only if a pause is left out by that. */
  void told(Instant now) {
    if (Suspension.endedSince(toldAt, now, suspensions)) {
      toldAt = now;
    }
  }

  /** ALL-90: the pauses that everybody may see. */
  List<Suspension> publicSuspensions(Instant now) {
    return Suspension.inPublic(now, leftAt, suspensions());
  }

  /** Has the next boundary after this instant watched. */
  void watch(Instant now) {
    nextLook = nextBoundary(now);
  }

  @Override
  public Instant nextBoundary(Instant now) {
    return Suspension.nextBoundary(now, leftAt, suspensions, leftAt);
  }

  /** The status at an instant: an exclusion that is to come has not happened yet. */
  MembershipStatus statusAt(Instant at) {
    if (status == MembershipStatus.ADMITTED && leftAt != null && !at.isBefore(leftAt)) {
      return leftAt.equals(departedAt) ? MembershipStatus.LEFT : MembershipStatus.EXCLUDED;
    }
    return status;
  }

  /** How an admitted membership stands at an instant. */
  MemberStanding standingAt(Instant at) {
    return switch (statusAt(at)) {
      case ADMITTED ->
          suspensions.stream().anyMatch(pause -> pause.span().contains(at))
              ? MemberStanding.SUSPENDED
              : MemberStanding.ACTIVE;
      case EXCLUDED -> MemberStanding.EXCLUDED;
      default -> MemberStanding.LEFT;
    };
  }

  private void require(Action action, Instant now) {
    MembershipStatus is = statusAt(now);
    if (!is.allows(action)) {
      throw Refusal.state("membership.state", is);
    }
  }

  @Override
  public UUID id() {
    return id;
  }

  long version() {
    return version;
  }

  UUID subject() {
    return subject;
  }

  MemberKind kind() {
    return kind;
  }

  String codeOfConduct() {
    return codeOfConduct;
  }

  Acceptance acceptance() {
    return acceptance;
  }

  Instant appliedAt() {
    return appliedAt;
  }

  /** ALL-15: whether this person entered the application. */
  boolean wasAppliedForBy(String person) {
    return appliedBy.equals(person);
  }

  MembershipStatus status() {
    return status;
  }

  String reasons() {
    return reasons;
  }

  Instant admittedAt() {
    return admittedAt;
  }

  Instant leftAt() {
    return leftAt;
  }

  @Override
  public Instant nextLook() {
    return nextLook;
  }

  /** ALL-16: public from admission on. */
  boolean isPublic() {
    return admittedAt != null;
  }

  /** By beginning and then by measure, however the database keeps them. */
  List<Suspension> suspensions() {
    return suspensions.stream().sorted(Suspension.BY_TIME).toList();
  }
}
