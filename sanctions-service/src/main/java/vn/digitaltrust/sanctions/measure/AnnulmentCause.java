package vn.digitaltrust.sanctions.measure;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a measure should never have been. */
@Schema(name = "SanctionsAnnulmentCause")
public enum AnnulmentCause {
  WRONG_PERSON,
  NO_COMPETENCE,
  WRONG_PROCEDURE,
  WRONG_ACT,
  FALSIFIED_FILE
}
