package vn.digitaltrust.registry.subject;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What only the subject itself and the registrars may know of it: the payload of its PARTY journal
 * entries and a part of private answers, each reading of which is logged (REG-4).
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
    name = "RegistrySubjectFile",
    description = "Private; only for the subject and registrars.",
    requiredProperties = {"id", "names", "namesWithheld"},
    extensions = @Extension(name = "x-may-be-absent", value = "true", parseValue = true))
record SubjectFile(
    UUID id,
    List<TypedName> names,
    boolean namesWithheld,
    String homeProvince,
    LocalDate birthDate,
    Guardian guardian,
    String taxCode,
    @Schema(description = "The last three digits of the personal ID number") String personalIdEnd,
    VerificationMethod verificationMethod,
    Integer verificationLevel,
    Instant verifiedAt,
    String statusReason) {

  /** The private state of a subject as it is now. */
  static SubjectFile of(Subject subject) {
    return new SubjectFile(
        subject.id(),
        subject.names(),
        subject.namesWithheld(),
        subject.homeProvince(),
        subject.privatePart().birthDate(),
        subject.privatePart().guardian(),
        subject.taxCode(),
        subject.privatePart().personalIdEnd(),
        subject.privatePart().verificationMethod(),
        subject.privatePart().verificationLevel(),
        subject.privatePart().verifiedAt(),
        subject.statusReason());
  }
}
