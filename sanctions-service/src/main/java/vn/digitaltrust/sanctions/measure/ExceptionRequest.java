package vn.digitaltrust.sanctions.measure;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A permission to act although a measure stands.
 *
 * @param scope for what; absent dimensions mean everything the measure reaches
 * @param from the first day
 * @param until the last day; there is no permission without an end
 */
@Schema(
    name = "SanctionsExceptionRequest",
    examples =
        "{\"scope\":{\"activities\":[\"PERFORM\"],\"territories\":[\"2025:79\"]},\"reason\":\"Charity concert contracted before the decision\","
            + "\"from\":\"2026-12-20\",\"until\":\"2026-12-21\"}")
record ExceptionRequest(
    @NotNull @Valid Scope scope,
    @NotBlank @Size(max = 2000) String reason,
    @NotNull LocalDate from,
    @NotNull LocalDate until) {}
