package vn.digitaltrust.sanctions.appeal;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.digitaltrust.sanctions.measure.AnnulmentCause;

/**
 * One member of the panel votes.
 *
 * @param cause why the measures should never have been; needed for ANNULLED and only for it
 * @param variations how measures change; needed for VARIED and only for it. Votes agree only if
 *     they would change the same in the same way
 */
@Schema(
    name = "SanctionsVoteRequest",
    examples = "{\"outcome\":\"UPHELD\",\"reasons\":\"The decision is right\"}")
record VoteRequest(
    @NotNull Outcome outcome,
    @NotBlank @Size(max = 20000) String reasons,
    @Schema(nullable = true) AnnulmentCause cause,
    @Schema(nullable = true) @Size(max = 20) List<@NotNull @Valid MeasureVariation> variations) {
  VoteRequest {
    variations = variations == null ? List.of() : List.copyOf(variations);
  }

  Finding finding() {
    return new Finding(outcome, cause, variations);
  }
}
