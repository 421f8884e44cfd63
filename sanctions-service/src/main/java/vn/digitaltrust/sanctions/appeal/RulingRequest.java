package vn.digitaltrust.sanctions.appeal;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.digitaltrust.sanctions.measure.AnnulmentCause;
import vn.digitaltrust.sanctions.measure.Variation;

/**
 * Pronounces what the majority of the panel found.
 *
 * @param cause why the measures should never have been; needed for ANNULLED and only for it
 * @param variations how measures change; needed for VARIED and only for it
 */
@Schema(name = "SanctionsRulingRequest", examples = "{\"reasons\":\"The decision stands\"}")
record RulingRequest(
    @NotBlank @Size(max = 20000) String reasons,
    @Schema(nullable = true) AnnulmentCause cause,
    @Schema(nullable = true) @Size(max = 20) List<@NotNull @Valid MeasureVariation> variations) {
  RulingRequest {
    variations = variations == null ? List.of() : List.copyOf(variations);
  }

  /** How one measure changes. */
  @Schema(name = "SanctionsMeasureVariation")
  record MeasureVariation(@NotNull UUID measure, @NotNull @Valid Variation change) {}
}
