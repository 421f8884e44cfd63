package vn.digitaltrust.sanctions.measure;

/** Why a measure should never have been. */
public enum AnnulmentCause {
  WRONG_PERSON,
  NO_COMPETENCE,
  WRONG_PROCEDURE,
  WRONG_ACT,
  FALSIFIED_FILE
}
