package vn.digitaltrust.door.holder;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.door.holder.RegistryAnswers.Decision;
import vn.digitaltrust.door.holder.RegistryAnswers.Known;
import vn.digitaltrust.door.holder.RegistryAnswers.Outcome;
import vn.digitaltrust.journal.AccessToken;
import vn.digitaltrust.journal.DatabasePosition;
import vn.digitaltrust.journal.Entry;
import vn.digitaltrust.vocabulary.VietnamTime;

/**
 * DOOR-21: answers the registry's requests for erasures. A subclass says what holds a person, calls
 * {@link #answerDue} on a schedule and {@link #apply} with the registry's entries.
 *
 * <p>An answer replaces the version that was read before it was decided. So of two that are sent at
 * once, by two replicas or by a decision and by somebody who places a hold, the later one is
 * decided anew, and no CLEAR can take the place of a hold that it did not know.
 */
public abstract class Holder {
  /** How long somebody who placed a hold has to begin what holds. */
  static final Duration INTENTION = Duration.ofMinutes(10);

  private static final Logger LOG = Logger.getLogger(Holder.class);
  private static final String AGGREGATE = "erasure-request";
  private static final Duration LEASE = Duration.ofSeconds(30);

  /** When to look again at what is over and was cleared; the journal tells of it long before. */
  private static final Duration OVER = Duration.ofDays(1);

  private static final int STEP = 50;
  private static final int TRIES = 4;

  private final RequestRows rows;
  private final RegistryAnswers registry;
  private final DatabasePosition position;
  private final Clock clock;
  private final Duration lookAgain;
  private final String code;

  /**
   * Answers nothing yet.
   *
   * @param registry where the registry is, without a path
   * @param token of this service itself
   * @param lookAgain after what time an answer that was taken is decided anew
   * @param code of the hold that is placed before something is begun
   */
  protected Holder(
      EntityManager database,
      DatabasePosition position,
      URI registry,
      AccessToken token,
      Clock clock,
      Duration lookAgain,
      String code) {
    this.rows = new RequestRows(database);
    this.registry = new RegistryAnswers(registry, token);
    this.position = position;
    this.clock = clock;
    this.lookAgain = lookAgain;
    this.code = code;
  }

  /**
   * What holds the erasure of a person now. Runs in a transaction, and first keeps everybody from
   * beginning anything about the person until that transaction ends.
   *
   * @param subject under whichever of the person's ids
   */
  protected abstract Optional<Hold> holdOn(UUID subject, Instant now);

  /** Takes in what the registry tells of a request; for the follower, in its transaction. */
  public void apply(Entry entry) {
    if (!AGGREGATE.equals(entry.aggregate())) {
      return;
    }
    if ("REQUESTED".equals(entry.state().path("status").asText())) {
      rows.open(entry.aggregateId(), entry.subject(), clock.instant());
    } else {
      rows.forget(entry.aggregateId());
    }
  }

  /** Has the requests about these subjects answered anew; in the caller's transaction. */
  public void touched(Collection<UUID> subjects) {
    rows.dueAbout(subjects, clock.instant());
  }

  /** Has all requests answered anew, after a reload; in the caller's transaction. */
  public void reloaded() {
    rows.dueAll(clock.instant());
  }

  /**
   * DOOR-21: refuses what would begin to hold an erasure about which CLEAR was said. To be called
   * in the transaction that begins it, which keeps {@link #holdOn} waiting.
   *
   * @param same all ids of the person
   * @throws Refusal 409, to be sent once more
   */
  public void requireNotCleared(Collection<UUID> same) {
    if (rows.anyClear(same)) {
      throw Refusal.state("erasure.asked-now");
    }
  }

  /** Whether an erasure of this person is asked for, as far as this service was told. */
  public boolean isAskedFor(Collection<UUID> same) {
    return rows.anyOpen(same);
  }

  /**
   * DOOR-21: places a hold, before the transaction that begins what holds.
   *
   * @param request that the registry said is open
   * @return false when it is not open any more: ask the registry again
   * @throws RuntimeException when the registry does not take it
   */
  protected boolean place(UUID request, UUID subject) {
    Instant now = clock.instant();
    QuarkusTransaction.requiringNew().run(() -> rows.intend(request, subject, now.plus(INTENTION)));
    Hold hold = new Hold(code, VietnamTime.dayOf(now).plusDays(1));
    for (int tries = 0; tries < TRIES; tries++) {
      Optional<Known> known = registry.read(request);
      Outcome outcome =
          known.isEmpty()
              ? Outcome.OVER
              : registry.replace(request, known.get().etag(), new Decision(hold, read()));
      if (outcome == Outcome.TAKEN) {
        QuarkusTransaction.requiringNew().run(() -> rows.held(request));
        return true;
      }
      if (outcome == Outcome.OVER) {
        over(request);
        return false;
      }
    }
    throw new IllegalStateException("others answer request " + request + " again and again");
  }

  /** Answers what is due; what cannot be answered now is tried again later. */
  protected void answerDue() {
    Instant now = clock.instant();
    Instant lease = now.plus(LEASE);
    for (UUID request : QuarkusTransaction.requiringNew().call(() -> rows.take(now, lease, STEP))) {
      try {
        answer(request, lease);
      } catch (RuntimeException e) {
        LOG.warnf("Request %s for an erasure is answered later: %s", request, e);
      }
    }
  }

  private void answer(UUID request, Instant lease) {
    for (int tries = 0; tries < TRIES; tries++) {
      Optional<Known> known = registry.read(request);
      if (known.isEmpty()) {
        over(request);
        return;
      }
      Decided decided = QuarkusTransaction.requiringNew().call(() -> decide(request));
      if (decided == null) {
        return;
      }
      Outcome outcome =
          known.get().says(decided.decision(), VietnamTime.dayOf(clock.instant()))
              ? Outcome.TAKEN
              : registry.replace(request, known.get().etag(), decided.decision());
      if (outcome == Outcome.TAKEN) {
        boolean held = decided.decision().hold() != null;
        QuarkusTransaction.requiringNew()
            .run(() -> rows.taken(request, held, lease, decided.again()));
        return;
      }
      if (outcome == Outcome.OVER) {
        over(request);
        return;
      }
    }
  }

  /** A decision, and when it is to be made anew. */
  private record Decided(Decision decision, Instant again) {}

  /** DOOR-35: null when the request is over, or turned out to be about another id. */
  private Decided decide(UUID request) {
    Optional<RequestRows.Row> asked = rows.find(request);
    if (asked.isEmpty()) {
      return null;
    }
    UUID subject = asked.get().subject();
    Instant now = clock.instant();
    // Before what is known of the person: merges that are told from here on are not claimed.
    long told = read();
    Optional<Hold> hold = holdOn(subject, now);
    Optional<RequestRows.Row> row =
        rows.lock(request).filter(locked -> locked.subject().equals(subject));
    if (row.isEmpty()) {
      return null;
    }
    Instant again = now.plus(lookAgain);
    Instant intended = row.get().intendedUntil();
    if (hold.isEmpty() && intended != null && now.isBefore(intended)) {
      hold = Optional.of(new Hold(code, VietnamTime.dayOf(now).plusDays(1)));
      again = intended.isBefore(again) ? intended : again;
    }
    if (hold.isEmpty()) {
      rows.cleared(request);
    }
    return new Decided(new Decision(hold.orElse(null), told), again);
  }

  private void over(UUID request) {
    Instant again = clock.instant().plus(OVER);
    QuarkusTransaction.requiringNew().run(() -> rows.over(request, again));
  }

  private long read() {
    return position.current("registry").orElseThrow().number();
  }
}
