package vn.digitaltrust.registry.account;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A new handle of the same account.
 *
 * @param handle the new handle, with or without {@code @}
 * @param from since when; now if absent
 */
@Schema(name = "RegistryNewHandle")
record HandleRequest(
    @NotBlank @Size(max = 200) @Schema(examples = "hu.cau.linh.moi") String handle,
    @Schema(nullable = true) Instant from) {}
