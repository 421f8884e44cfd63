package vn.digitaltrust.sanctions.appeal;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The subject appeals against the decision of its case. */
@Schema(
    name = "SanctionsAppealRequest",
    examples = "{\"text\":\"The limit is too heavy for a mistake that I corrected the same day\"}")
record AppealRequest(@NotBlank @Size(max = 20000) String text) {}
