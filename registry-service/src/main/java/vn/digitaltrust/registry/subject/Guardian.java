package vn.digitaltrust.registry.subject;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who answers for a minor or for a virtual influencer: a subject of the registry, or a person named
 * here.
 *
 * @param subject the guardian's own subject id, if there is one: a person of full age or an
 *     organisation
 * @param name the guardian's name, otherwise
 * @param relation how the guardian stands to the other, in words
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
    name = "RegistryGuardian",
    description = "Exactly one of subject and name.",
    extensions = @Extension(name = "x-may-be-absent", value = "true", parseValue = true))
public record Guardian(
    @Schema(nullable = true) UUID subject,
    @Size(min = 1, max = 200) @Schema(nullable = true) String name,
    @Size(max = 100) @Schema(nullable = true, examples = "mother") String relation) {}
