package vn.digitaltrust.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The public state of a service as one position of its journal stands for it: the latest public
 * entry of each aggregate. Read as a stream; it is complete only if its last line says so.
 */
public final class JournalSnapshot implements AutoCloseable {
  /** A stream from which nothing comes for so long is given up. */
  private static final Duration STALL = Duration.ofSeconds(60);

  private static final ScheduledThreadPoolExecutor WATCHDOGS = watchdogs();

  private final InputStream body;
  private final BufferedReader lines;
  private final ScheduledFuture<?> watchdog;
  private final String journal;
  private final Position position;
  private boolean complete;
  private long count;
  private long last;
  private volatile boolean waiting;
  private volatile long progressAt = System.nanoTime();

  JournalSnapshot(InputStream body) {
    this(body, STALL);
  }

  JournalSnapshot(InputStream body, Duration stall) {
    this.body = body;
    watchdog =
        WATCHDOGS.scheduleAtFixedRate(
            () -> giveUpAfter(stall), stall.toMillis(), stall.toMillis(), TimeUnit.MILLISECONDS);
    lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8), 1 << 16);
    try {
      JsonNode header = Wire.parse(line());
      journal = header.path("journal").asText();
      position = new Position(header.path("position").asLong(-1), header.path("hash").asText());
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
    JsonNode node = Wire.parse(line());
    if (node.path("end").asBoolean()) {
      if (node.path("count").asLong(-1) != count) {
        throw Wire.broken("a snapshot of " + count + " lines says " + node.path("count"));
      }
      complete = true;
      return null;
    }
    Entry entry = Wire.entry(node);
    if (entry.position() <= last || entry.position() > position.number()) {
      throw Wire.broken("a snapshot line is out of order at " + entry.position());
    }
    last = entry.position();
    count++;
    return entry;
  }

  private String line() {
    try {
      waiting = true;
      progressAt = System.nanoTime();
      String line = lines.readLine();
      if (line == null) {
        throw Wire.broken("the snapshot was cut off after " + count + " lines");
      }
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      waiting = false;
    }
  }

  /** Closes the body and not the reader, whose lock the stalled read holds. */
  private void giveUpAfter(Duration stall) {
    if (waiting && System.nanoTime() - progressAt > stall.toNanos()) {
      try {
        body.close();
      } catch (IOException e) {
        // The read that stalls ends with an error of its own.
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
      lines.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
