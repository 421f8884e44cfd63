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
   * Begins one on the connection of this request, which was just turned away, if another was not
   * long before. The same connection may lead to services where there is not too much to do, so
   * those who wait as they were told are always listened to.
   */
  public void afterAnother(HttpServerRequest request) {
    if (isAnother(connection(request), System.nanoTime())) {
      after(request);
    }
  }

  static boolean isAnother(Channel connection, long now) {
    Long last = connection.attr(LAST).getAndSet(now);
    return last != null && now - last < WAIT_NANOS;
  }

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

  /** Whether this request came while nobody listened. */
  public boolean endsOn(HttpServerRequest request) {
    return endsOn(connection(request));
  }

  static boolean endsOn(Channel connection) {
    return connection.hasAttr(ENDS) && connection.attr(ENDS).get() != null;
  }

  private static Channel connection(HttpServerRequest request) {
    return ((ConnectionBase) request.connection()).channel();
  }
}
