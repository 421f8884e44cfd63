package vn.digitaltrust.registry.representation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * That a record ends.
 *
 * @param endsAt from when on it does not count any more; absent = now
 */
@Schema(name = "RegistryRepresentationEnd", examples = "{\"reason\":\"The contract is over\"}")
record EndRequest(
    @NotBlank @Size(max = 500) String reason,
    @Schema(nullable = true, description = "Now when absent") Instant endsAt) {}
