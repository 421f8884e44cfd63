package vn.digitaltrust.registry.subject;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A subject that is entered only because a decision concerns it.
 *
 * @param kind what it is
 * @param names by which the decision calls it
 * @param category what a KOL is known as, if known
 */
@Schema(name = "RegistryRecordedSubjectRequest")
record RecordedSubjectRequest(
    @NotNull SubjectKind kind,
    @NotEmpty @Size(max = 10) List<@NotNull @Valid TypedName> names,
    @Schema(nullable = true) Category category) {}
