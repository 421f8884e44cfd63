package vn.digitaltrust.alliance.membership;

/** How a membership stands at an instant, once admitted; what watchers of the journal hear of. */
enum MemberStanding {
  /** In force. */
  ACTIVE,
  /** A measure pauses it. */
  SUSPENDED,
  /** Ended by the member or by deregistration. */
  LEFT,
  /** Ended by a measure. */
  EXCLUDED;

  /** The type of the entry that tells of a change from another standing to this one. */
  String entryAfter(MemberStanding before) {
    return switch (this) {
      case ACTIVE -> before == LEFT ? "membership.revised" : "membership.restored";
      case SUSPENDED -> "membership.suspended";
      case LEFT -> "membership.left";
      case EXCLUDED -> "membership.excluded";
    };
  }
}
