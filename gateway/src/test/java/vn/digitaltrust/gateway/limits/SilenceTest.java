package vn.digitaltrust.gateway.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SilenceTest {
  private final List<Boolean> endsAtReads = new ArrayList<>();
  private final EmbeddedChannel connection =
      new EmbeddedChannel(
          new ChannelDuplexHandler() {
            @Override
            public void read(ChannelHandlerContext context) {
              endsAtReads.add(Silence.endsOn(context.channel()));
              context.read();
            }
          });

  @BeforeEach
  void holdTime() {
    connection.freezeTime();
  }

  private boolean isRead() {
    return connection.config().isAutoRead();
  }

  @Test
  @DisplayName("LIMIT-4 Nothing is read for a moment, then what is there is known to be early")
  void moment() {
    endsAtReads.clear();
    Silence.begin(connection, TimeUnit.MILLISECONDS.toNanos(250));
    connection.advanceTimeBy(249, TimeUnit.MILLISECONDS);
    connection.runScheduledPendingTasks();
    assertFalse(isRead());

    connection.advanceTimeBy(1, TimeUnit.MILLISECONDS);
    long left = connection.runScheduledPendingTasks();
    assertTrue(isRead());
    assertEquals(List.of(true), endsAtReads);
    assertEquals(-1, left, "nothing else is waited for");
    assertFalse(Silence.endsOn(connection), "once the loop has come round");
  }

  @Test
  @DisplayName("LIMIT-4 A connection that closes meanwhile disturbs nobody")
  void closed() {
    Silence.begin(connection, TimeUnit.MILLISECONDS.toNanos(250));
    connection.close();
    connection.advanceTimeBy(250, TimeUnit.MILLISECONDS);
    connection.runScheduledPendingTasks();
    connection.checkException();
  }

  @Test
  @DisplayName("LIMIT-4 Another is what comes on the same connection before a second is over")
  void another() {
    long first = 7;
    assertFalse(Silence.isAnother(connection, first));
    long soon = first + Silence.WAIT_NANOS - 1;
    assertTrue(Silence.isAnother(connection, soon));
    assertFalse(Silence.isAnother(connection, soon + Silence.WAIT_NANOS));
  }

  @Test
  @DisplayName("LIMIT-4 Requests that came together and were all turned away begin it once")
  void together() {
    Silence.begin(connection, TimeUnit.MILLISECONDS.toNanos(250));
    Silence.begin(connection, TimeUnit.MILLISECONDS.toNanos(100));
    connection.advanceTimeBy(100, TimeUnit.MILLISECONDS);
    connection.runScheduledPendingTasks();
    assertFalse(isRead());
    connection.advanceTimeBy(150, TimeUnit.MILLISECONDS);
    connection.runScheduledPendingTasks();
    assertTrue(isRead());
    assertFalse(Silence.endsOn(connection));
  }

  @Test
  @DisplayName("LIMIT-4 What comes after one that was let in is not another")
  void letIn() {
    long first = 7;
    assertFalse(Silence.isAnother(connection, first));
    Silence.forget(connection);
    assertFalse(Silence.isAnother(connection, first + 1));
    assertTrue(Silence.isAnother(connection, first + 2));
  }
}
