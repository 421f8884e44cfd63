package vn.digitaltrust.journal;

/** Who may read an entry. What a reader may not see it passes over as position and hash. */
public enum Audience {
  /** Every member. */
  PUBLIC,
  /** The subjects and members that the entry names, and auditors. */
  PARTY,
  /** Auditors, and the services that {@link Grants} names. */
  INTERNAL;

  /**
   * The audience of that name; a name that this version does not know yet is read as the most
   * restrictive one.
   */
  static Audience of(String name) {
    for (Audience audience : values()) {
      if (audience.name().equals(name)) {
        return audience;
      }
    }
    return INTERNAL;
  }
}
