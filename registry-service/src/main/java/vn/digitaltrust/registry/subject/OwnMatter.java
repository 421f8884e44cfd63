package vn.digitaltrust.registry.subject;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.stream.Stream;
import vn.digitaltrust.door.Caller;
import vn.digitaltrust.door.Refusal;

/** REG-86: in a matter of one's own nobody holds an office. */
@ApplicationScoped
class OwnMatter {
  private final SubjectRepository subjects;
  private final Caller caller;

  OwnMatter(SubjectRepository subjects, Caller caller) {
    this.subjects = subjects;
    this.caller = caller;
  }

  /**
   * Refuses an act of office about the person or the organisation that the caller is.
   *
   * @throws Refusal 422, under whichever id after merges
   */
  void refuse(Subject subject) {
    if (is(subject)) {
      throw Refusal.rule("REG-86", "subject.own-matter");
    }
  }

  /** Whether the caller is this subject or its guardian, under whichever id after merges. */
  boolean isCallers(Subject subject) {
    var guardian = subject.privatePart().guardian();
    return is(subject)
        || guardian != null
            && guardian.subject() != null
            && subjects.findByIdOptional(guardian.subject()).filter(this::is).isPresent();
  }

  /** Whether the caller is this person or organisation, under whichever id after merges. */
  boolean is(Subject subject) {
    var canonical = subjects.canonical(subject);
    return own()
        .anyMatch(
            own ->
                own.equals(canonical)
                    || subjects
                        .findByIdOptional(own)
                        .map(subjects::canonical)
                        .filter(canonical::equals)
                        .isPresent());
  }

  /** The ids that the caller's token is bound to. */
  Stream<UUID> own() {
    return Stream.concat(caller.subjectId().stream(), caller.memberId().stream());
  }
}
