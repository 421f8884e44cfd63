package vn.digitaltrust.sanctions.appeal;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One member of the panel votes. */
@Schema(
    name = "SanctionsVoteRequest",
    examples = "{\"outcome\":\"UPHELD\",\"reasons\":\"The decision is right\"}")
record VoteRequest(@NotNull Outcome outcome, @NotBlank @Size(max = 20000) String reasons) {}
