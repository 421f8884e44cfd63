package vn.digitaltrust.sanctions.measure;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Takes a measure back that should never have been. */
@Schema(
    name = "SanctionsAnnulmentRequest",
    examples =
        "{\"cause\":\"WRONG_PERSON\",\"reasons\":\"The account belongs to another person of the same name\"}")
record AnnulmentRequest(
    @NotNull AnnulmentCause cause, @NotBlank @Size(max = 10000) String reasons) {}
