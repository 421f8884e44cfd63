package vn.digitaltrust.sanctions.casefile;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the subject is said to have done.
 *
 * @param ground a code of the catalogue that was in force on the day of the act
 * @param actOn the day of the act; the day the case was opened when absent
 */
@Schema(
    name = "SanctionsAllegation",
    examples =
        "{\"ground\":\"DECREE-38-2021-34.5\",\"facts\":\"Sold a supplement as a cure\",\"actOn\":\"2026-11-20\"}")
record Allegation(
    @NotBlank @Size(max = 60) String ground,
    @NotBlank @Size(max = 10000) String facts,
    @Schema(nullable = true) LocalDate actOn) {
  Allegation onDay(LocalDate day) {
    return actOn == null ? new Allegation(ground, facts, day) : this;
  }
}
