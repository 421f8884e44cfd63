package vn.digitaltrust.sanctions.casefile;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Another person decides on the proposal. */
@Schema(
    name = "SanctionsDecisionRequest",
    examples = "{\"outcome\":\"APPROVED\",\"reasons\":\"Proven and proportionate\"}")
record DecisionRequest(
    @NotNull Decision.Outcome outcome, @NotBlank @Size(max = 20000) String reasons) {}
