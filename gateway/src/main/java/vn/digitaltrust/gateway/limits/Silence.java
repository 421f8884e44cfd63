package vn.digitaltrust.gateway.limits;

import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.digitaltrust.gateway.door.Drain;

/**
 * LIMIT-4: for a moment nothing is read from a connection that was turned away because there is too
 * much to do: telling costs nearly as much as answering, and those who ask again at once would
 * leave no time for anybody. What has come by the end of the moment came too early. Belongs to the
 * thread of the connection's loop.
 */
@ApplicationScoped
public class Silence {
  /** What whoever is turned away because there is too much to do is told to wait at least. */
  static final long WAIT_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** Absent where nothing is, false during a silence, true when it ends. */
  private static final AttributeKey<Boolean> ENDS = AttributeKey.valueOf(Silence.class, "ends");

  private static final AttributeKey<Long> LAST = AttributeKey.valueOf(Silence.class, "last");

  private final long nanos;

  Silence(@ConfigProperty(name = "limits.silence") Duration time) {
    this.nanos = time.toNanos();
  }

  /**
   * Begins one on the connection of this request, which was just turned away; half as long to half
   * as long again, so that those turned away together do not come together. In HTTP/2 others come
   * the same way, and a body that is still coming must be taken in: then there is none.
   */
  public void after(HttpServerRequest request) {
    if (nanos > 0 && request.version() != HttpVersion.HTTP_2 && !Drain.hasBody(request)) {
      begin(connection(request), nanos / 2 + ThreadLocalRandom.current().nextLong(nanos));
    }
  }

  /**
   * Begins one on the connection of this request, which was just turned away, if the one before was
   * as well, less than a second ago. The same connection may lead to services where there is not
   * too much to do, and may be shared by many people.
   */
  public void afterAnother(HttpServerRequest request) {
    if (isAnother(connection(request), System.nanoTime())) {
      after(request);
    }
  }

  /** The request was let in, so that the next on its connection is not another. */
  public void none(HttpServerRequest request) {
    forget(connection(request));
  }

  static void forget(Channel connection) {
    if (connection.hasAttr(LAST)) {
      connection.attr(LAST).set(null);
    }
  }

  static boolean isAnother(Channel connection, long now) {
    Long last = connection.attr(LAST).getAndSet(now);
    return last != null && now - last < WAIT_NANOS;
  }

  static void begin(Channel connection, long nanos) {
    if (Boolean.FALSE.equals(connection.attr(ENDS).getAndSet(false))) {
      return; // of requests that came together, the first has begun it
    }
    connection.config().setAutoRead(false);
    connection.eventLoop().schedule(() -> end(connection), nanos, TimeUnit.NANOSECONDS);
  }

  private static void end(Channel connection) {
    connection.attr(ENDS).set(true);
    connection.config().setAutoRead(true);
    // Those tasks come after the loop has read whatever is there by now.
    connection
        .eventLoop()
        .schedule(() -> connection.attr(ENDS).compareAndSet(true, null), 0, TimeUnit.NANOSECONDS);
  }

  /** Whether this request came while nobody listened. */
  public boolean endsOn(HttpServerRequest request) {
    return endsOn(connection(request));
  }

  static boolean endsOn(Channel connection) {
    return connection.hasAttr(ENDS) && Boolean.TRUE.equals(connection.attr(ENDS).get());
  }

  private static Channel connection(HttpServerRequest request) {
    return ((ConnectionBase) request.connection()).channel();
  }
}
