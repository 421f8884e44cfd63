package vn.digitaltrust.registry.subject;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why something is done, in words that name nobody else. */
@Schema(name = "RegistryReason")
public record ReasonRequest(
    @NotBlank @Size(max = 500) @Schema(examples = "At the KOL's own request") String reason) {}
