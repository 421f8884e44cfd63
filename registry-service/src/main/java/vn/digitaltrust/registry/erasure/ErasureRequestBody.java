package vn.digitaltrust.registry.erasure;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Asks for an erasure.
 *
 * @param subject whose, by its canonical id
 * @param reason why, in words that name nobody: it stays on the tombstone
 */
@Schema(name = "RegistryErasureRequestBody")
record ErasureRequestBody(
    @NotNull UUID subject,
    @NotBlank @Size(max = 500) @Schema(examples = "At the person's own request") String reason) {}
