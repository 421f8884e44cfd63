package vn.digitaltrust.gateway.trust;

import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import java.util.concurrent.TimeUnit;

/**
 * GW-19: for a moment nothing is read from a connection that was turned away, so that whoever asks
 * again at once costs nothing meanwhile. What has come by the end of the moment came too early.
 * Belongs to the thread of the connection's loop.
 */
final class Silence {
  private static final AttributeKey<Boolean> ENDS = AttributeKey.valueOf(Silence.class, "ends");

  private Silence() {}

  /** Begins one of so many nanoseconds. */
  static void begin(Channel connection, long nanos) {
    connection.config().setAutoRead(false);
    connection.eventLoop().schedule(() -> end(connection), nanos, TimeUnit.NANOSECONDS);
  }

  private static void end(Channel connection) {
    connection.attr(ENDS).set(true);
    connection.config().setAutoRead(true);
    // Those tasks come after the loop has read whatever is there by now.
    connection.eventLoop().schedule(() -> connection.attr(ENDS).set(null), 0, TimeUnit.NANOSECONDS);
  }

  /** Whether what is being read from a connection came while nobody listened. */
  static boolean endsOn(Channel connection) {
    return connection.hasAttr(ENDS) && connection.attr(ENDS).get() != null;
  }
}
