package vn.digitaltrust.sanctions.measure;

import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a measure stands at one instant; computed from intervals, never stored. */
@Schema(name = "SanctionsMeasureStatus")
public enum MeasureStatus {
  /** Imposed, and begins later. */
  SCHEDULED(Verb.VARY, Verb.EXCEPT, Verb.STAY, Verb.LIFT, Verb.ANNUL, Verb.STATE),
  IN_FORCE(Verb.VARY, Verb.EXCEPT, Verb.STAY, Verb.LIFT, Verb.ANNUL, Verb.STATE),
  /** Its time runs on, but it has no effect: an appeal or its authority stays it. */
  STAYED(Verb.VARY, Verb.EXCEPT, Verb.STAY, Verb.LIFT, Verb.ANNUL, Verb.STATE),
  /** Its time ran out. */
  EXPIRED(Verb.ANNUL, Verb.STATE),
  /** Ended early, was right. */
  LIFTED(Verb.ANNUL, Verb.STATE),
  /** Should never have been; never was in force, for any instant. */
  ANNULLED();

  private final Set<Verb> allowed;

  MeasureStatus(Verb... verbs) {
    allowed = verbs.length == 0 ? EnumSet.noneOf(Verb.class) : EnumSet.of(verbs[0], verbs);
  }

  /** SAN-46: whether a verb may be applied to a measure that stands so. */
  boolean allows(Verb verb) {
    return allowed.contains(verb);
  }

  /** Whether the measure will have no effect any more. */
  public boolean ended() {
    return this == EXPIRED || this == LIFTED || this == ANNULLED;
  }

  /** What can be done to a measure. */
  enum Verb {
    VARY,
    EXCEPT,
    STAY,
    LIFT,
    ANNUL,
    /** The subject puts its own statement beside it. */
    STATE
  }
}
