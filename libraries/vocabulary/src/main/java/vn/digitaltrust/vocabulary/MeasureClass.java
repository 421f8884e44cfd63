package vn.digitaltrust.vocabulary;

/** Who decided; the two are never mixed. */
public enum MeasureClass {
  /** A decision of a state authority, recorded here and never altered by the alliance. */
  STATE_DECISION,
  /** A decision of the alliance on its members, or its recommendation to them. */
  ALLIANCE_MEASURE
}
