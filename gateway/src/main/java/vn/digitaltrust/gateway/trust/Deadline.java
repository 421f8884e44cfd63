package vn.digitaltrust.gateway.trust;

import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Ends what the current thread waits for when a caller takes too long over it. */
final class Deadline {
  /** Whoever is told to stop may still try to write what is left, and would wait once more. */
  private static final long AGAIN_MILLIS = 100;

  private final Thread waiting = Thread.currentThread();
  private final Runnable last;
  private final ScheduledFuture<?> end;
  private boolean met;

  /**
   * For an answer that this thread begins to write now. The thread waits for the reader and does
   * not hear of the end of the channel, so it is interrupted; and the connection would first wait
   * until its reader has taken the rest, so the channel itself is closed.
   */
  Deadline(Duration time, HttpConnection connection) {
    this(time, () -> ((ConnectionBase) connection).channel().close());
  }

  /**
   * For a body that this thread begins to read now. It is interrupted, which a reader hears as an
   * {@link java.io.InterruptedIOException}, and can still tell the sender.
   */
  static Deadline ofReading(Duration time) {
    return new Deadline(time, () -> {});
  }

  private Deadline(Duration time, Runnable last) {
    this.last = last;
    end =
        Infrastructure.getDefaultWorkerPool()
            .scheduleAtFixedRate(this::now, time.toMillis(), AGAIN_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Does not wait for the end of the time. */
  synchronized void now() {
    if (!met) {
      waiting.interrupt();
      last.run();
    }
  }

  /** It is done, or given up: the thread is free for other work. */
  synchronized void met() {
    met = true;
    end.cancel(false);
    if (Thread.currentThread() == waiting) {
      Thread.interrupted();
    }
  }
}
