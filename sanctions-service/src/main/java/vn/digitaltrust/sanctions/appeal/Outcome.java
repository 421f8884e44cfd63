package vn.digitaltrust.sanctions.appeal;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How an appeal ends. */
@Schema(name = "SanctionsRulingOutcome")
enum Outcome {
  UPHELD,
  VARIED,
  ANNULLED
}
