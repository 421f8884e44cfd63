package vn.digitaltrust.alliance.membership;

import java.util.EnumSet;
import java.util.Set;

/** The life cycle of a membership; each status knows what may be done in it (ALL-10). */
enum MembershipStatus {
  /** Applied for, not decided. */
  APPLIED(Action.ADMIT, Action.REFUSE, Action.DEPART, Action.CLOSE),
  /** A member; measures may pause it. */
  ADMITTED(Action.DEPART, Action.EXCLUDE, Action.CLOSE),
  /** The application was refused. */
  REFUSED,
  /** The application was taken back, or the membership it asked for was given back. */
  WITHDRAWN,
  /** Ended by the member, or because its subject is no longer registered. */
  LEFT,
  /** Ended by a measure; a stay or an annulment gives it back. */
  EXCLUDED(Action.READMIT, Action.CLOSE),
  /** The registry erased the subject; ids and instants are all that is left. */
  ERASED;

  /** What can happen to a membership. */
  enum Action {
    /** The alliance accepts the application. */
    ADMIT,
    /** The alliance refuses the application. */
    REFUSE,
    /** The applicant or member leaves. */
    DEPART,
    /** A measure ends the membership. */
    EXCLUDE,
    /** The measure that ended it is stayed or annulled. */
    READMIT,
    /** The registry says that the subject is deregistered or erased. */
    CLOSE
  }

  private final Set<Action> actions = EnumSet.noneOf(Action.class);

  MembershipStatus(Action... actions) {
    this.actions.addAll(Set.of(actions));
  }

  boolean allows(Action action) {
    return actions.contains(action);
  }

  /** Whether memberships come to stand so, or cease to, as time passes. */
  boolean endsByTime() {
    return this == ADMITTED || this == LEFT || this == EXCLUDED;
  }

  /** Open: it stands in the way of another application of the same subject (ALL-11). */
  boolean isOpen() {
    return this == APPLIED || this == ADMITTED;
  }
}
