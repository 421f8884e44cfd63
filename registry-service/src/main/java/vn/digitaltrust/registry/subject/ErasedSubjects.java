package vn.digitaltrust.registry.subject;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.journal.Erasure;
import vn.digitaltrust.registry.identity.PersonalIds;

/** What a request for an erasure does to its subject, inside the request's transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class ErasedSubjects {
  private final SubjectRepository subjects;
  private final SubjectJournal journal;
  private final OwnMatter ownMatter;
  private final PersonalIds personalIds;
  private final Erasure erasure;
  private final Event<SubjectErased> erased;

  ErasedSubjects(
      SubjectRepository subjects,
      SubjectJournal journal,
      OwnMatter ownMatter,
      PersonalIds personalIds,
      Erasure erasure,
      Event<SubjectErased> erased) {
    this.subjects = subjects;
    this.journal = journal;
    this.ownMatter = ownMatter;
    this.personalIds = personalIds;
    this.erasure = erasure;
    this.erased = erased;
  }

  /**
   * Notes that the erasure is asked for: from now on the names are not displayed (REG-84). One who
   * was merged is not erased alone, since half of the person would stay (REG-10).
   *
   * @throws Refusal 404 when there is no such subject, 409 when it is merged, erased or asked for
   *     already, 422 (REG-86) for the caller's own
   */
  public void ask(UUID id, UUID request) {
    var subject = subjects.lock(id);
    ownMatter.refuse(subject);
    if (subject.status() == SubjectStatus.MERGED) {
      throw Refusal.state("subject.erase-canonical", subjects.canonical(subject));
    }
    subject.askErasure(request);
    journal.tell(subject, SubjectAction.CHANGE.past());
  }

  /** Nobody asks for it any more: the names are displayed as before. */
  public void keep(UUID id) {
    var subject = subjects.lock(id);
    subject.keepAfterAll();
    journal.tell(subject, SubjectAction.CHANGE.past());
  }

  /**
   * Leaves a tombstone, of this subject and of all that were merged into it, which are the same
   * person: names, particulars, accounts and the journal's content are gone (REG-10).
   */
  public void erase(UUID id, String reason, Instant now) {
    var subject = subjects.lock(id);
    for (var same : subjects.withAllMergedInto(subject)) {
      if (same == subject) {
        same.erase(reason, now);
      } else {
        same.eraseWithCanonical(reason, now);
      }
      personalIds.forget(same.id());
      subjects.flush();
      erased.fire(new SubjectErased(same.id(), now));
      journal.tell(same, SubjectAction.ERASE.past());
      // What was told above is written when the transaction ends, and stays.
      erasure.erase(same.id());
    }
  }
}
