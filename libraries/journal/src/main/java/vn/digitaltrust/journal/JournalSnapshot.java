package vn.digitaltrust.journal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/**
 * The public state of a service as one position of its journal stands for it: the latest public
 * entry of each aggregate. Read as a stream; it is complete only if its last line says so. Lines
 * are checked by other threads, while the one that takes the entries reads on.
 */
public final class JournalSnapshot implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(JournalSnapshot.class);

  /** A stream from which nothing comes for so long is given up. */
  private static final Duration STALL = Duration.ofSeconds(60);

  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

  private static final ScheduledThreadPoolExecutor WATCHDOGS = watchdogs();

  private final InputStream body;
  private final LineBlocks blocks;
  private final ScheduledFuture<?> watchdog;
  private final String journal;
  private final Position position;
  private final Deque<FutureTask<List<Line>>> ahead = new ArrayDeque<>();
  private Iterator<Line> checked = Collections.emptyIterator();
  private boolean ended;
  private boolean complete;
  private long count;
  private long last;
  private volatile boolean waiting;
  private volatile long progressAt = System.nanoTime();

  /**
   * A line that was checked by itself.
   *
   * @param entry null in the last line
   * @param count which the last line tells
   */
  private record Line(Entry entry, long count) {
    static Line of(WireLine line) {
      return line.end ? new Line(null, line.count) : new Line(Wire.entry(line), 0);
    }
  }

  JournalSnapshot(InputStream body) {
    this(body, STALL);
  }

  JournalSnapshot(InputStream body, Duration stall) {
    this.body = body;
    watchdog =
        WATCHDOGS.scheduleAtFixedRate(
            () -> giveUpAfter(stall), stall.toMillis(), stall.toMillis(), TimeUnit.MILLISECONDS);
    blocks = new LineBlocks(watched());
    try {
      byte[] line = take(blocks::line);
      if (line == null) {
        throw Wire.broken("the snapshot is empty");
      }
      WireLine header = Wire.lines(line).get(0);
      journal = header.journal;
      position = new Position(header.position, header.hash);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** The name of the journal: {@code registry}. */
  public String journal() {
    return journal;
  }

  /** Where a follower stands that has loaded this snapshot. */
  public Position position() {
    return position;
  }

  /**
   * The entries in position order, to be read once.
   *
   * @throws UncheckedIOException from the stream, when it is cut off, or a line is altered
   */
  public Stream<Entry> entries() {
    Iterator<Entry> entries =
        new Iterator<>() {
          private Entry next;

          @Override
          public boolean hasNext() {
            if (next == null && !complete) {
              next = read();
            }
            return next != null;
          }

          @Override
          public Entry next() {
            if (!hasNext()) {
              throw new NoSuchElementException();
            }
            Entry entry = next;
            next = null;
            return entry;
          }
        };
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(entries, Spliterator.ORDERED | Spliterator.NONNULL),
        false);
  }

  /**
   * @throws UncheckedIOException unless the stream was read to its last line
   */
  void requireComplete() {
    if (!complete) {
      throw new UncheckedIOException(new IOException("the snapshot was not read to its end"));
    }
  }

  private Entry read() {
    while (!checked.hasNext()) {
      readAhead();
      if (ahead.isEmpty()) {
        throw Wire.broken("the snapshot was cut off after " + count + " lines");
      }
      checked = next().iterator();
    }
    Line line = checked.next();
    if (line.entry() == null) {
      if (line.count() != count) {
        throw Wire.broken("a snapshot of " + count + " lines says " + line.count());
      }
      complete = true;
      return null;
    }
    Entry entry = line.entry();
    if (entry.position() <= last || entry.position() > position.number()) {
      throw Wire.broken("a snapshot line is out of order at " + entry.position());
    }
    last = entry.position();
    count++;
    return entry;
  }

  /**
   * The next block; while another thread is at it, this one checks the block that is last in turn.
   */
  private List<Line> next() {
    FutureTask<List<Line>> next = ahead.poll();
    if (!next.isDone() && !ahead.isEmpty()) {
      ahead.getLast().run();
    }
    next.run(); // unless somebody has begun
    try {
      return next.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException bad ? bad : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new InterruptedIOException("while a snapshot was read"));
    }
  }

  /** Hands blocks of lines to those who check them, as far ahead as there are processors. */
  private void readAhead() {
    while (!ended && ahead.size() <= PROCESSORS) {
      byte[] block = take(blocks::block);
      if (block == null) {
        ended = true;
      } else {
        FutureTask<List<Line>> check =
            new FutureTask<>(() -> Wire.lines(block).stream().map(Line::of).toList());
        ahead.add(check);
        ForkJoinPool.commonPool().execute(check);
      }
    }
  }

  private interface Taking {
    byte[] take() throws IOException;
  }

  private static byte[] take(Taking bytes) {
    try {
      return bytes.take();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The body, of which is known when something was last read. */
  private InputStream watched() {
    return new FilterInputStream(body) {
      @Override
      public int read(byte[] to, int from, int count) throws IOException {
        try {
          waiting = true;
          progressAt = System.nanoTime();
          return super.read(to, from, count);
        } finally {
          waiting = false;
        }
      }
    };
  }

  /** The read that stalls ends with an error of its own. */
  private void giveUpAfter(Duration stall) {
    if (waiting && System.nanoTime() - progressAt > stall.toNanos()) {
      try {
        body.close();
      } catch (IOException e) {
        LOG.debug("closing a stalled snapshot", e);
      }
    }
  }

  private static ScheduledThreadPoolExecutor watchdogs() {
    ScheduledThreadPoolExecutor executor =
        new ScheduledThreadPoolExecutor(
            1,
            work -> {
              Thread thread = new Thread(work, "journal-snapshot-watchdog");
              thread.setDaemon(true);
              return thread;
            });
    executor.setRemoveOnCancelPolicy(true);
    return executor;
  }

  /** Ends the stream, read to its end or not. */
  @Override
  public void close() {
    watchdog.cancel(false);
    try {
      body.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
