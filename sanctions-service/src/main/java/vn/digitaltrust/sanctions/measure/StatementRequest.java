package vn.digitaltrust.sanctions.measure;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The subject's own words, shown to everybody who is shown the measure. */
@Schema(
    name = "SanctionsStatementRequest",
    examples = "{\"text\":\"I have corrected the advertisement and apologised to buyers\"}")
record StatementRequest(@NotBlank @Size(max = 2000) String text) {}
