package vn.digitaltrust.journal;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Cuts off the snapshot that the current thread begins to write when its reader does not move, or
 * has hung up. A reader moves that takes enough entries in the time; then it is given the same time
 * again, so that no snapshot is too large for a reader that reads on. The thread waits for the
 * reader and does not hear of the end of the channel, so it is interrupted; and the connection
 * would first wait until its reader has taken the rest, so the channel itself is closed.
 */
final class SnapshotDeadline {
  /** A thread that is interrupted may still try to write what is left, and would wait once more. */
  private static final long AGAIN_MILLIS = 100;

  private final Thread writer = Thread.currentThread();
  private final Channel channel;
  private final ChannelFutureListener hungUp = closed -> cutFrom(0);
  private final long millis;
  private final int enough;
  private ScheduledFuture<?> cut;
  private long next;
  private boolean written;

  SnapshotDeadline(Duration time, int enough, HttpConnection connection) {
    this.enough = enough;
    next = enough;
    channel = ((ConnectionBase) connection).channel();
    millis = time.toMillis();
    cutFrom(millis);
    channel.closeFuture().addListener(hungUp);
  }

  /** So many entries have been taken. */
  void moved(long entries) {
    if (entries >= next) {
      next = entries + enough;
      goOn();
    }
  }

  /** Unless the reader has hung up: whoever hears of that is heard after this. */
  private synchronized void goOn() {
    if (channel.isOpen()) {
      cutFrom(millis);
    }
  }

  private synchronized void cutFrom(long fromNow) {
    if (written) {
      return;
    }
    if (cut != null) {
      cut.cancel(false);
    }
    cut =
        Infrastructure.getDefaultWorkerPool()
            .scheduleAtFixedRate(this::cut, fromNow, AGAIN_MILLIS, TimeUnit.MILLISECONDS);
  }

  private synchronized void cut() {
    if (!written) {
      writer.interrupt();
      channel.close();
    }
  }

  /** The snapshot is written, or given up: its thread is free for other work. */
  synchronized void written() {
    written = true;
    cut.cancel(false);
    channel.closeFuture().removeListener(hungUp);
    Thread.interrupted();
  }
}
