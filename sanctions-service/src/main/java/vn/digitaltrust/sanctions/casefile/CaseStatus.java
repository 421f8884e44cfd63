package vn.digitaltrust.sanctions.casefile;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a case stands, and what may be done to it there (SAN-10). */
@Schema(name = "SanctionsCaseStatus")
enum CaseStatus {
  OPENED(
      CaseAction.NOTIFY,
      CaseAction.IMPOSE_INTERIM,
      CaseAction.DECLARE_INTEREST,
      CaseAction.WITHDRAW),
  NOTIFIED(
      CaseAction.NOTIFY,
      CaseAction.RESPOND,
      CaseAction.PROPOSE,
      CaseAction.IMPOSE_INTERIM,
      CaseAction.DECLARE_INTEREST,
      CaseAction.WITHDRAW),
  /** The subject declared a response final. */
  RESPONDED(
      CaseAction.NOTIFY,
      CaseAction.PROPOSE,
      CaseAction.IMPOSE_INTERIM,
      CaseAction.DECLARE_INTEREST,
      CaseAction.WITHDRAW),
  PROPOSED(CaseAction.DECIDE, CaseAction.IMPOSE_INTERIM, CaseAction.DECLARE_INTEREST),
  /** A proposal came back, or fell because its author declared an interest. */
  RETURNED(
      CaseAction.NOTIFY,
      CaseAction.PROPOSE,
      CaseAction.IMPOSE_INTERIM,
      CaseAction.DECLARE_INTEREST,
      CaseAction.WITHDRAW),
  /** Measures are imposed; the term of appeal runs. */
  DECIDED(CaseAction.DECLARE_INTEREST, CaseAction.APPEAL, CaseAction.CLOSE),
  APPEALED(CaseAction.DECLARE_INTEREST, CaseAction.RULE),
  RULED(CaseAction.CLOSE),
  CLOSED,
  DISMISSED,
  WITHDRAWN;

  private final Set<CaseAction> allowed;

  CaseStatus(CaseAction... actions) {
    allowed = EnumSet.noneOf(CaseAction.class);
    allowed.addAll(Set.of(actions));
  }

  /**
   * SAN-161: when the next act is due, or the time for it runs out: the response of one who was
   * notified, the appeal of one about whom it was decided; null when nothing is due.
   */
  Instant dueAt(Instant windowClosesAt, Instant appealBy) {
    return this == NOTIFIED ? windowClosesAt : this == DECIDED ? appealBy : null;
  }

  boolean allows(CaseAction action) {
    return allowed.contains(action);
  }
}
