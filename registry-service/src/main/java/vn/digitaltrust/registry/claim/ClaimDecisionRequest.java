package vn.digitaltrust.registry.claim;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a registrar decides.
 *
 * @param outcome whether the account is the claimant's
 * @param reason why
 */
@Schema(name = "RegistryClaimDecision")
record ClaimDecisionRequest(@NotNull Outcome outcome, @NotBlank @Size(max = 500) String reason) {

  /** Which way. */
  @Schema(name = "RegistryClaimOutcome")
  enum Outcome {
    GRANTED,
    REFUSED
  }
}
