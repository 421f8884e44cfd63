package vn.digitaltrust.sanctions.measure;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who decided; the two are never mixed. */
@Schema(name = "SanctionsMeasureClass")
public enum MeasureClass {
  /** A decision of a state authority, recorded here and never altered by the alliance. */
  STATE_DECISION,
  /** A decision of the alliance on its members, or its recommendation to them. */
  ALLIANCE_MEASURE
}
