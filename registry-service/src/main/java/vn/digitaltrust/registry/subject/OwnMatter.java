package vn.digitaltrust.registry.subject;

import jakarta.enterprise.context.ApplicationScoped;
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
    var canonical = subjects.canonical(subject);
    Stream.concat(caller.subjectId().stream(), caller.memberId().stream())
        .filter(
            own ->
                own.equals(canonical)
                    || subjects
                        .findByIdOptional(own)
                        .map(subjects::canonical)
                        .filter(canonical::equals)
                        .isPresent())
        .findAny()
        .ifPresent(
            own -> {
              throw Refusal.rule("REG-86", "subject.own-matter");
            });
  }
}
