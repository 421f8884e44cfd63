package vn.digitaltrust.journal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Follows one journal and applies each entry exactly once and in order. Several replicas may run
 * the same follower: the position is moved by compare-and-set in the transaction of the effect.
 *
 * <p>In a Quarkus service: {@link #start} and {@link #close} as {@link WhileServing} says, best by
 * a {@link NeighbourFollower}.
 */
public final class Follower implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Follower.class);

  /** Short, so that the age of a healthy follower of a quiet journal stays short, too. */
  private static final Duration WAIT = Duration.ofSeconds(5);

  /** As many as one transaction may hold, so that a page can always hold one as a whole. */
  private static final int PAGE = 1_000;

  private static final Duration NEVER = Duration.ofDays(36_500);

  private final String name;
  private final JournalSource source;
  private final FollowerPosition positions;
  private final Handler handler;
  private final Clock clock;
  private final Backoff backoff = new Backoff();
  private boolean failing;
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile Position position;
  private volatile Instant freshAt;
  private volatile long head;
  private final Object asking = new Object();
  private Thread asker;
  private Thread thread;
  private List<Runnable> gauges = List.of();

  private Follower(
      String name, JournalSource source, FollowerPosition positions, Handler handler, Clock clock) {
    this.name = name;
    this.source = source;
    this.positions = positions;
    this.handler = handler;
    this.clock = clock;
  }

  /**
   * A follower that does nothing yet.
   *
   * @param name unique among the followers that share the positions; it names the gauges, too
   */
  public static Follower of(
      String name, JournalSource source, FollowerPosition position, Handler handler, Clock clock) {
    return new Follower(name, source, position, handler, clock);
  }

  /** Follows on a daemon thread of its own until it is closed; never, if it was closed before. */
  public synchronized void start() {
    if (thread != null) {
      throw new IllegalStateException("the follower " + name + " was started before");
    }
    if (closing.getCount() == 0) {
      return;
    }
    gauges =
        List.of(
            Gauges.show("journal_follower_position", "follower", name, () -> position().number()),
            Gauges.show(
                "journal_follower_age_seconds", "follower", name, () -> age().toMillis() / 1e3),
            Gauges.show("journal_follower_lag", "follower", name, this::lag));
    thread = new Thread(this::follow, "follower-" + name);
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Time since the last poll that brought it to the head of the journal. About a hundred years
   * before the first one.
   */
  public Duration age() {
    Instant fresh = freshAt;
    if (fresh == null) {
      return NEVER;
    }
    Duration age = Duration.between(fresh, clock.instant());
    return age.isNegative() ? Duration.ZERO : age;
  }

  /** Whether it has been up to date once since it was made. */
  public boolean wasFresh() {
    return freshAt != null;
  }

  /**
   * How many entries it stands behind the head of the journal, as the journal last told it; {@link
   * #age} says how long ago that was.
   */
  public long lag() {
    return Math.max(0, head - position().number());
  }

  /**
   * Where it stands, as far as this process knows; {@link Position#START} before the first poll.
   */
  public Position position() {
    Position known = position;
    return known == null ? Position.START : known;
  }

  /**
   * Asks once and applies what comes: the next page of entries, or a whole snapshot if it has to
   * begin or the journal answers that it diverged.
   *
   * @param wait how long the journal may wait for an entry; at most 20 seconds
   * @return how many entries it moved over; 0 also when another replica was faster
   */
  public int pollOnce(Duration wait) {
    Optional<Position> standing = positions.current(name);
    standing.ifPresent(at -> position = at);
    if (standing.isEmpty()) {
      return reload(null);
    }
    JournalPage page;
    try {
      page = ask(standing.get(), wait);
    } catch (JournalDiverged e) {
      LOG.warnf("follower %s: %s; it reloads from a snapshot", name, e.getMessage());
      return reload(standing.get());
    }
    Instant readAt = clock.instant();
    head = page.head().number();
    int moved = apply(standing.get(), page);
    if (moved == page.entries().size() && position().number() >= page.head().number()) {
      freshAt = readAt;
    }
    return moved;
  }

  private JournalPage ask(Position after, Duration wait) {
    synchronized (asking) {
      if (closing.getCount() == 0) {
        throw new IllegalStateException("the follower " + name + " is closed");
      }
      asker = Thread.currentThread();
    }
    try {
      return source.read(after, wait, PAGE);
    } finally {
      synchronized (asking) {
        asker = null;
      }
    }
  }

  private int reload(Position from) {
    // Before the snapshot is asked for: it is at least as new as this.
    Instant askedAt = clock.instant();
    try (JournalSnapshot snapshot = source.snapshot()) {
      Position to = snapshot.position();
      long[] applied = {0};
      boolean moved =
          positions.move(
              name,
              from,
              to,
              () -> {
                handler.reload(snapshot.entries().peek(entry -> applied[0]++));
                snapshot.requireComplete();
              });
      if (!moved) {
        return 0;
      }
      head = to.number();
      position = to;
      freshAt = askedAt;
      LOG.infof("follower %s: loaded %d aggregates at %d", name, applied[0], to.number());
      return Math.toIntExact(applied[0]);
    }
  }

  private int apply(Position from, JournalPage page) {
    List<Entry> entries = page.entries();
    int moved = 0;
    Position at = from;
    int together = positions.entriesPerMove();
    while (moved < entries.size()) {
      int end = together > 1 ? Math.min(moved + together, entries.size()) : alike(entries, moved);
      List<Entry> chunk = entries.subList(moved, end);
      Position to = chunk.get(chunk.size() - 1).at();
      boolean cut = end == entries.size() && to.number() < page.head().number();
      if (together == 1 && cut && moved > 0) {
        return moved; // the rest of this transaction is on the next page
      }
      int done = applyChunk(at, chunk);
      moved += done;
      if (done < chunk.size()) {
        return moved;
      }
      at = to;
    }
    return moved;
  }

  /** The end of those that were recorded at one instant, as all of one transaction are. */
  private static int alike(List<Entry> entries, int from) {
    Instant recordedAt = null;
    for (int i = from; i < entries.size(); i++) {
      Instant its = entries.get(i).recordedAt();
      if (its != null && recordedAt != null && !its.equals(recordedAt)) {
        return i;
      }
      recordedAt = its == null ? recordedAt : its;
    }
    return entries.size();
  }

  /** Together, or one by one if together fails, so that what can be applied is applied. */
  private int applyChunk(Position from, List<Entry> chunk) {
    try {
      return move(from, chunk) ? chunk.size() : 0;
    } catch (RuntimeException e) {
      if (chunk.size() == 1) {
        throw e;
      }
      LOG.debugf(e, "follower %s: %d entries failed together", name, chunk.size());
    }
    Position at = from;
    for (int done = 0; done < chunk.size(); done++) {
      if (!move(at, chunk.subList(done, done + 1))) {
        return done;
      }
      at = chunk.get(done).at();
    }
    return chunk.size();
  }

  private boolean move(Position from, List<Entry> entries) {
    List<Entry> readable = new ArrayList<>(entries);
    readable.removeIf(entry -> entry.passedOver() || entry.erased());
    Position to = entries.get(entries.size() - 1).at();
    boolean moved = positions.move(name, from, to, () -> handler.applyTogether(readable));
    if (moved) {
      position = to;
    }
    return moved;
  }

  private void follow() {
    while (closing.getCount() > 0) {
      try {
        // The first one does not wait, so that what is fresh is soon known to be.
        pollOnce(freshAt == null ? Duration.ZERO : WAIT);
        backoff.succeeded();
        failing = false;
      } catch (RuntimeException e) {
        if (closing.getCount() > 0) {
          Duration pause = backoff.failed();
          LOG.warnf(
              "follower %s stands at %d, tries again in %d ms: %s",
              name, position().number(), pause.toMillis(), e);
          LOG.debug("the failure was", e);
          pause(pause);
        }
      } catch (Error e) {
        // JRN-26: a defect, such as a class that is not there; but without this thread nothing is
        // followed any more.
        Gauges.count("journal_follower_errors", "follower", name);
        if (!failing) {
          failing = true;
          LOG.errorf(
              e,
              "follower %s stands at %d after an error and goes on trying; told once",
              name,
              position().number());
        }
        pause(backoff.failed());
      }
    }
  }

  private void pause(Duration pause) {
    try {
      closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closing.countDown();
    }
  }

  /** Ends the thread; an effect that is running is finished or undone first, for up to 10 s. */
  @Override
  public synchronized void close() {
    closing.countDown();
    gauges.forEach(Runnable::run);
    synchronized (asking) {
      if (asker != null) {
        // Only a wait for the journal is cut short, never an effect.
        asker.interrupt();
      }
    }
    if (thread == null || thread == Thread.currentThread()) {
      return;
    }
    try {
      thread.join(10_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
