package vn.digitaltrust.sanctions.casefile;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a case is withdrawn or closed. */
@Schema(
    name = "SanctionsReasonsRequest",
    examples = "{\"reasons\":\"The recording turned out to be forged\"}")
record ReasonsRequest(@NotBlank @Size(max = 10000) String reasons) {}
