package vn.digitaltrust.registry.subject;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Says that a subject is the same as another.
 *
 * @param into the subject that remains
 * @param reason why they are the same
 */
@Schema(name = "RegistryMerge")
record MergeRequest(
    @NotNull UUID into,
    @NotBlank @Size(max = 500) @Schema(examples = "Entered twice") String reason) {}
