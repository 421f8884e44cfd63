package vn.digitaltrust.sanctions.measure;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Ends a measure early that was right. */
@Schema(
    name = "SanctionsLiftingRequest",
    examples = "{\"reasons\":\"The correction was published and the aim is reached\"}")
record LiftingRequest(@NotBlank @Size(max = 10000) String reasons) {}
