package vn.digitaltrust.registry.subject;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
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
    append(subject, past);
  }

  /** The same without writing the subject first, for callers who write many at once. */
  void append(Subject subject, String past) {
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
              .forParties(subject.id()));
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
