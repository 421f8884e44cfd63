package vn.digitaltrust.alliance.registry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.digitaltrust.alliance.registry.Closures.Closure;
import vn.digitaltrust.journal.Erasure;

/** ALL-52, ALL-53: ends the rights of whom the registry has closed. */
@ApplicationScoped
class Endings {
  private final Closures closures;
  private final Persons persons;
  private final NewsLock newsLock;
  private final Erasure journal;
  private final Event<SubjectClosed> closed;
  private final Event<SubjectErased> erased;

  Endings(
      Closures closures,
      Persons persons,
      NewsLock newsLock,
      Erasure journal,
      Event<SubjectClosed> closed,
      Event<SubjectErased> erased) {
    this.closures = closures;
    this.persons = persons;
    this.newsLock = newsLock;
    this.journal = journal;
    this.closed = closed;
    this.erased = erased;
  }

  /** Ends the rights in the caller's transaction. */
  void end(Closure closure) {
    newsLock.applyingNews();
    if (closure.erased()) {
      erase(closure);
    } else if (closure.endsRights()) {
      closed.fire(new SubjectClosed(closure.subject(), closure.at()));
    }
  }

  /** Only what was merged into the erased subject goes with it, not what it was merged into. */
  private void erase(Closure closure) {
    Set<UUID> family = persons.within(closure.subject());
    for (UUID id : family) {
      closures.close(new Closure(id, closure.status(), closure.at()), false);
      if (persons.erased(id, closure.at())) {
        erased.fire(new SubjectErased(id, closure.at()));
        // What the features have told above is written when the transaction ends, and stays.
        journal.erase(id);
      }
    }
  }

  /** Those whose rights a snapshot has left to be ended. */
  @Transactional
  List<UUID> due(int most) {
    return closures.due(most);
  }

  /** Ends the rights of one of them in a transaction of its own; safe in several replicas. */
  @Transactional
  void endDue(UUID subject) {
    newsLock.applyingNews();
    closures.take(subject).ifPresent(this::end);
  }
}
