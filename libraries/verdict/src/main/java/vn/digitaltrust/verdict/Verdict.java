package vn.digitaltrust.verdict;

/** What a trust check says (GW-1 to GW-6). */
public enum Verdict {
  /** An engagement limit in force covers what was asked. */
  RESTRICTED,
  /** It is covered, but an exception or a condition decides. */
  CONDITIONAL,
  /** A registered subject that nothing covers. */
  CLEAR,
  /** No such account at that time, or a subject neither registered nor restricted. */
  UNKNOWN,
  /** It would be clear or unknown, but the index is too old to say so. */
  STALE
}
