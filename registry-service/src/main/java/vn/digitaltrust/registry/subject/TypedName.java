package vn.digitaltrust.registry.subject;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A name and what it is.
 *
 * @param type what it is
 * @param value the name in full diacritics
 */
@Schema(name = "RegistryName", description = "A name and what it is; LEGAL names are private.")
public record TypedName(
    @NotNull NameType type,
    @NotBlank @Size(max = 200) @Schema(examples = "Linh Ca Mẫu") String value) {}
