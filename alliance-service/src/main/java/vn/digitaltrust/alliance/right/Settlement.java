package vn.digitaltrust.alliance.right;

import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import vn.digitaltrust.alliance.registry.NewsLock;
import vn.digitaltrust.alliance.registry.Persons;
import vn.digitaltrust.alliance.registry.SubjectsTouched;
import vn.digitaltrust.journal.Moment;

/**
 * Computes rights of one kind anew, and appends an entry for each that stands otherwise. A subclass
 * is a singleton, says how a right follows from measures, and hears itself of closed subjects.
 *
 * @param <R> the kind
 */
public abstract class Settlement<R extends Right> {
  /** Settled at once; the rest of a reload follows in steps, as a transaction has few entries. */
  private static final int AT_ONCE = 200;

  private final Rights<R> rights;
  private final Persons persons;
  private final NewsLock newsLock;
  private final Clock clock;

  /** For subclasses. */
  protected Settlement(Rights<R> rights, Persons persons, NewsLock newsLock, Clock clock) {
    this.rights = rights;
    this.persons = persons;
    this.newsLock = newsLock;
    this.clock = clock;
  }

  /** Recomputes a right; what the entry would be called, if anything came of it. */
  protected abstract Optional<String> prepare(R right, Instant now);

  /** Appends an entry with the right as it stands now. */
  protected abstract void tell(String type, R right);

  void touched(@Observes SubjectsTouched news) {
    Instant now = Moment.of(clock);
    List<UUID> concerned = rights.idsOf(persons.sameAs(news.subjects()));
    int atOnce = Math.min(AT_ONCE, concerned.size());
    rights
        .list("id in ?1 order by id", concerned.subList(0, atOnce))
        .forEach(right -> settle(right, now));
    rights.lookAgain(concerned.subList(atOnce, concerned.size()), now);
  }

  /**
   * Tells the journal of boundaries that have been passed; safe in several replicas at once.
   *
   * @return how many rights were looked at
   */
  @Transactional
  public int announce(int most) {
    newsLock.granting();
    Instant now = Moment.of(clock);
    List<R> due = rights.due(now, most);
    due.forEach(right -> settle(right, now));
    return due.size();
  }

  /** Recomputes a right, and appends an entry if anything came of it. */
  public void settle(R right, Instant now) {
    Optional<String> type = prepare(right, now);
    if (type.isPresent()) {
      tell(type.get(), right);
    } else if (!Objects.equals(right.nextLook(), right.nextBoundary(now))) {
      rights.lookAgain(List.of(right.id()), right.nextBoundary(now));
    }
  }
}
