package vn.digitaltrust.door;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/**
 * What takes two people: one asks for it, another approves or refuses, and until then who asked may
 * take it back (DOOR-19, DOOR-20). Kept in the row of what is asked for; its table guards the same.
 *
 * <pre>
 * REQUESTED → APPROVED | REFUSED   by another person
 *           → TAKEN_BACK           by who asked
 * </pre>
 */
@Embeddable
public class TwoPeople {
  /** Where a request stands. */
  public enum Status {
    /** One person has asked; another has to look at it. */
    REQUESTED,
    /** Another person approved, and it was done. */
    APPROVED,
    /** Another person refused. */
    REFUSED,
    /** Who asked does not want it any more. */
    TAKEN_BACK
  }

  @Enumerated(EnumType.STRING)
  @Column(name = "request_status")
  private Status status;

  @Column(name = "requested_by", updatable = false)
  private String requestedBy;

  @Column(name = "requested_at", updatable = false)
  private Instant requestedAt;

  @Column(name = "request_reason", updatable = false)
  private String requestReason;

  @Column(name = "decided_by")
  private String decidedBy;

  @Column(name = "decided_at")
  private Instant decidedAt;

  @Column(name = "decision_reason")
  private String decisionReason;

  protected TwoPeople() {}

  /**
   * One person asks.
   *
   * @param person the id of the person, {@link Caller#id}: one id, however many tokens and roles
   * @param reason why, or null where nothing is to be said
   */
  public static TwoPeople request(String person, String reason, Instant now) {
    TwoPeople people = new TwoPeople();
    people.status = Status.REQUESTED;
    people.requestedBy = person;
    people.requestedAt = now;
    people.requestReason = reason;
    return people;
  }

  /**
   * Another person approves.
   *
   * @throws Refusal 409 when it is over, 422 (DOOR-19) for who asked
   */
  public void approve(String person, String reason, Instant now) {
    requireAnother(person);
    end(Status.APPROVED, person, reason, now);
  }

  /**
   * Another person refuses.
   *
   * @throws Refusal 409 when it is over, 422 (DOOR-19) for who asked
   */
  public void refuse(String person, String reason, Instant now) {
    requireAnother(person);
    end(Status.REFUSED, person, reason, now);
  }

  /**
   * Who asked takes it back.
   *
   * @throws Refusal 409 when it is over, 422 (DOOR-20) for anybody else
   */
  public void takeBack(String person, String reason, Instant now) {
    requireOpen();
    if (!person.equals(requestedBy)) {
      throw Refusal.rule("DOOR-20", "two-people.not-yours");
    }
    end(Status.TAKEN_BACK, person, reason, now);
  }

  /**
   * Refuses who may not decide, before anything is looked at for the decision.
   *
   * @throws Refusal 409 when it is over, 422 (DOOR-19) for who asked
   */
  public void requireAnother(String person) {
    requireOpen();
    if (person.equals(requestedBy)) {
      throw Refusal.rule("DOOR-19", "two-people.same");
    }
  }

  private void requireOpen() {
    if (!isOpen()) {
      throw Refusal.state("two-people.over", status);
    }
  }

  private void end(Status how, String person, String reason, Instant now) {
    status = how;
    decidedBy = person;
    decidedAt = now;
    decisionReason = reason;
  }

  /** Whether it waits for another person. */
  public boolean isOpen() {
    return status == Status.REQUESTED;
  }

  /** Where it stands. */
  public Status status() {
    return status;
  }

  /** Who asked. */
  public String requestedBy() {
    return requestedBy;
  }

  /** When it was asked for. */
  public Instant requestedAt() {
    return requestedAt;
  }

  /** Why, or null. */
  public String requestReason() {
    return requestReason;
  }

  /** Who approved, refused or took back; null while it is open. */
  public String decidedBy() {
    return decidedBy;
  }

  /** When that was; null while it is open. */
  public Instant decidedAt() {
    return decidedAt;
  }

  /** Why, or null. */
  public String decisionReason() {
    return decisionReason;
  }
}
