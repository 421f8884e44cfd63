package vn.digitaltrust.registry.subject;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Set;
import java.util.UUID;
import vn.digitaltrust.journal.Change;
import vn.digitaltrust.journal.Journal;

/** Tells the journal of a change: what everybody may know, and what only the subject may. */
@ApplicationScoped
class SubjectJournal {
  private final SubjectRepository subjects;
  private final Journal journal;
  private final Event<SubjectMetrics.SubjectChanged> changes;

  SubjectJournal(
      SubjectRepository subjects, Journal journal, Event<SubjectMetrics.SubjectChanged> changes) {
    this.subjects = subjects;
    this.journal = journal;
    this.changes = changes;
  }

  /** Writes the entries of one change; the subject's version is final from here on. */
  void tell(Subject subject, String past) {
    subjects.flush();
    append(subject, past, subjects.sameAs(subject));
  }

  /** The same of a new subject, without writing it first, for callers who write many at once. */
  void append(Subject subject, String past) {
    append(subject, past, Set.of(subject.id()));
  }

  /**
   * Tells of a change.
   *
   * @param same all ids under which the person may come to read what is told to it alone (REG-60)
   */
  private void append(Subject subject, String past, Set<UUID> same) {
    var type = subject.kind().stem() + "." + past;
    changes.fire(new SubjectMetrics.SubjectChanged(subject.kind(), past));
    journal.append(
        Change.of(
            type,
            subject.id(),
            "subject",
            subject.id(),
            subject.version(),
            SubjectState.of(subject)));
    if (subject.status() != SubjectStatus.ERASED) {
      journal.append(
          Change.of(
                  type,
                  subject.id(),
                  "subject-file",
                  subject.id(),
                  subject.version(),
                  SubjectFile.of(subject))
              .forParties(same.toArray(UUID[]::new)));
    }
    if (subject.tellsName()) {
      tellName(subject);
    }
  }

  /** REG-70: tells offices the shown name and the number, whatever the status. */
  void tellName(Subject subject) {
    journal.append(
        Change.of(
                subject.kind().stem() + ".named",
                subject.id(),
                "subject-name",
                subject.id(),
                subject.version(),
                SubjectNameState.of(subject))
            .internal());
  }
}
