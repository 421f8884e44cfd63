package vn.digitaltrust.sanctions.measure;

import java.util.UUID;
import vn.digitaltrust.sanctions.ground.GroundRef;
import vn.digitaltrust.vocabulary.MeasureClass;

/**
 * A measure that was decided, with where it came from.
 *
 * @param caseId the case, or null for a state decision
 * @param stateDecision the state decision, or null for a case
 * @param authority the deciding authority of a state decision, else null
 * @param urgency why an interim measure cannot wait for the decision; null for any other
 * @param statement the subject's own words, or null
 */
public record Imposition(
    UUID subject,
    UUID caseId,
    UUID stateDecision,
    String authority,
    String urgency,
    MeasureDraft draft,
    GroundRef ground,
    String statement) {
  /** A measure that a case led to, or that secures it. */
  public static Imposition ofCase(
      UUID subject,
      UUID caseId,
      String urgency,
      MeasureDraft draft,
      GroundRef ground,
      String statement) {
    return new Imposition(subject, caseId, null, null, urgency, draft, ground, statement);
  }

  /** The measure of a state decision. */
  public static Imposition ofState(
      UUID subject, UUID stateDecision, String authority, MeasureDraft draft, GroundRef ground) {
    return new Imposition(subject, null, stateDecision, authority, null, draft, ground, null);
  }

  /** Whether it only secures a case that is still open. */
  boolean interim() {
    return urgency != null;
  }

  MeasureClass measureClass() {
    return stateDecision == null ? MeasureClass.ALLIANCE_MEASURE : MeasureClass.STATE_DECISION;
  }
}
