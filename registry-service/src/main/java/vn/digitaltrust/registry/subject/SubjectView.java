package vn.digitaltrust.registry.subject;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A subject as the caller may see it.
 *
 * @param state what every member may see
 * @param canonicalId the subject that it is today, after merges; its own id if it was not merged
 * @param version the number in the ETag
 * @param file what only the subject itself and the registrars may see; absent for others
 * @param erasureRequest the request while the person's erasure is asked for; only for registrars,
 *     auditors and the holders that have to clear it
 */
@Schema(name = "RegistrySubject")
record SubjectView(
    @JsonUnwrapped SubjectState state,
    UUID canonicalId,
    long version,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
            extensions = @Extension(name = "x-may-be-absent", value = "true", parseValue = true))
        SubjectFile file,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
            extensions = @Extension(name = "x-may-be-absent", value = "true", parseValue = true))
        UUID erasureRequest) {}
