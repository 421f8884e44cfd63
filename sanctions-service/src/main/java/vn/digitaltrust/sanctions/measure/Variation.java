package vn.digitaltrust.sanctions.measure;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What changes in a measure; what is absent stays.
 *
 * @param scope the new scope
 * @param until the new last day
 * @param reviewOn the new day of review
 * @param conditions all conditions from now on
 */
@Schema(name = "SanctionsVariation", examples = "{\"until\":\"2027-03-31\"}")
public record Variation(
    @Valid @Schema(nullable = true) Scope scope,
    @Schema(nullable = true) LocalDate until,
    @Schema(nullable = true) LocalDate reviewOn,
    @Schema(nullable = true) @Size(max = 20) List<@NotBlank @Size(max = 1000) String> conditions) {
  boolean empty() {
    return scope == null && until == null && reviewOn == null && conditions == null;
  }
}
