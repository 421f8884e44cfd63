package vn.digitaltrust.sanctions.casefile;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.digitaltrust.sanctions.measure.MeasureDraft;

/** An urgent measure before the decision, which lapses by itself. */
@Schema(
    name = "SanctionsInterimRequest",
    examples =
        "{\"reasons\":\"Sales go on by the hour\",\"measure\":{\"kind\":\"ENGAGEMENT_LIMIT\",\"scope\":{\"activities\":[\"LIVESTREAM_SELL\"]},"
            + "\"ground\":\"DECREE-38-2021-34.5\",\"from\":\"2026-11-26\",\"until\":\"2026-12-09\"}}")
record InterimRequest(
    @NotBlank @Size(max = 10000) String reasons, @NotNull @Valid MeasureDraft measure) {}
