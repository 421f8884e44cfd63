package vn.digitaltrust.journal;

import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Ends an answer that the current thread is writing to a reader who takes too long over it. */
public final class Deadline {
  /** Whoever is told to stop may still try to write what is left, and would wait once more. */
  private static final long AGAIN_MILLIS = 100;

  private final Thread writer = Thread.currentThread();
  private final HttpConnection connection;
  private final ScheduledFuture<?> end;
  private boolean written;

  /** Begins now, on the thread that writes. */
  public Deadline(Duration time, HttpConnection connection) {
    this.connection = connection;
    end =
        Infrastructure.getDefaultWorkerPool()
            .scheduleAtFixedRate(
                this::cutOff, time.toMillis(), AGAIN_MILLIS, TimeUnit.MILLISECONDS);
  }

  /**
   * The thread waits for the reader and does not hear of the end of the channel. The connection
   * would first wait until its reader has taken the rest, so the channel itself is closed.
   */
  private synchronized void cutOff() {
    if (!written) {
      writer.interrupt();
      ((ConnectionBase) connection).channel().close();
    }
  }

  /** The answer was written, or given up: the thread is free for other work. */
  public synchronized void met() {
    written = true;
    end.cancel(false);
    if (Thread.currentThread() == writer) {
      Thread.interrupted();
    }
  }
}
