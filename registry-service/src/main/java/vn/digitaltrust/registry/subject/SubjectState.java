package vn.digitaltrust.registry.subject;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What every member may know of a subject: the payload of its PUBLIC journal entries, the line of
 * the snapshot and the head of every answer (REG-3).
 *
 * @param displayName only while it is registered and its names are not withheld
 * @param languages in which a KOL speaks to people
 * @param mergedInto the subject that it was merged into, which may be merged itself
 */
record SubjectState(
    UUID id,
    SubjectKind kind,
    SubjectStatus status,
    @Schema(nullable = true, examples = "KOL-100000011") String registrationNumber,
    @Schema(
            nullable = true,
            description = "Only while it is registered and its names are not withheld",
            examples = "Sao La Đọc Sách (hư cấu)")
        String displayName,
    @Schema(nullable = true) Influence influence,
    @Schema(nullable = true) OrganisationType organisationType,
    @Schema(nullable = true) Category category,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
            extensions = @Extension(name = "x-may-be-absent", value = "true", parseValue = true),
            description = "Codes of ISO 639; absent while nobody has said so",
            examples = "[\"vi\"]")
        List<String> languages,
    @Schema(
            nullable = true,
            description = "A province-level unit, with its list",
            examples = "2025:79")
        String homeProvince,
    @Schema(nullable = true) UUID mergedInto) {

  /** The public state of a subject as it is now. */
  static SubjectState of(Subject subject) {
    var open = subject.status().isNumbered();
    return new SubjectState(
        subject.id(),
        subject.kind(),
        subject.status(),
        subject.registrationNumber(),
        subject.namesArePublic() ? subject.displayName() : null,
        open ? subject.influence() : null,
        open ? subject.organisationType() : null,
        open ? subject.category() : null,
        open ? subject.languages() : null,
        open ? subject.homeProvince() : null,
        subject.mergedInto());
  }
}
