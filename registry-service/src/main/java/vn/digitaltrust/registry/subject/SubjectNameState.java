package vn.digitaltrust.registry.subject;

import java.util.UUID;

/**
 * REG-70: what offices may know of a subject beside its id, whatever its status: the payload of its
 * INTERNAL {@code subject-name} entries.
 *
 * @param displayName null when it has none that may be shown, when its names are withheld, and once
 *     it was merged or erased
 * @param registrationNumber null while it has none
 */
record SubjectNameState(UUID id, String displayName, String registrationNumber) {

  /** The name of a subject as it is now. */
  static SubjectNameState of(Subject subject) {
    var shown =
        switch (subject.status()) {
          case MERGED, ERASED -> false;
          default -> !subject.namesWithheld();
        };
    return new SubjectNameState(
        subject.id(), shown ? subject.displayName() : null, subject.registrationNumber());
  }
}
