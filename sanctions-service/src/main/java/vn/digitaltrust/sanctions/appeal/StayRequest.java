package vn.digitaltrust.sanctions.appeal;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Takes the effect of measures away while the appeal is open.
 *
 * @param measures measures of the case; all that have not ended when absent
 * @param from the first day; at once when absent
 * @param until the last day; until the ruling when absent, and never beyond it
 */
@Schema(name = "SanctionsStayRequest", examples = "{\"reasons\":\"Harm that could not be undone\"}")
record StayRequest(
    @Schema(nullable = true) @Size(max = 50) List<@NotNull UUID> measures,
    @NotBlank @Size(max = 10000) String reasons,
    @Schema(nullable = true) LocalDate from,
    @Schema(nullable = true) LocalDate until) {
  StayRequest {
    measures = measures == null ? List.of() : List.copyOf(measures);
  }
}
