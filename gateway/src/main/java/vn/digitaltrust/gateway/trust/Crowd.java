package vn.digitaltrust.gateway.trust;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.Channel;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.util.concurrent.FastThreadLocal;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.digitaltrust.gateway.door.Problem;
import vn.digitaltrust.gateway.door.Refusal;

/**
 * GW-19: turns single checks away when more are waiting than can be answered soon. A check is
 * answered at once when its loop comes to it, so those under way are never many; what grows under a
 * load is how many the loop finds waiting when it comes round. Who is too many is told before
 * anything was done for it, and not listened to for a moment: telling costs nearly as much as
 * answering, and those who ask again at once would leave no time for anybody.
 */
@ApplicationScoped
class Crowd {
  /** Between the entrance (1000), which gives every request its id, and authentication. */
  private static final int PRIORITY = 950;

  private final FastThreadLocal<Turn> turns;
  private final long silence;
  private final Counter shed;

  Crowd(
      @ConfigProperty(name = "trust.checks-at-once") int most,
      @ConfigProperty(name = "trust.silence") Duration silence,
      MeterRegistry meters) {
    this.silence = silence.toNanos();
    turns =
        new FastThreadLocal<>() {
          @Override
          protected Turn initialValue() {
            return new Turn(most);
          }
        };
    shed = meters.counter("trust.shed");
  }

  void mount(@Observes Filters filters) {
    filters.register(this::route, PRIORITY);
  }

  private void route(RoutingContext exchange) {
    HttpServerRequest request = exchange.request();
    if (!CheckRoute.isCheck(request.uri()) || takes(request)) {
      exchange.next();
      return;
    }
    shed.increment();
    Problem.answer(exchange, Refusal.overloaded());
    // In HTTP/2 others come the same way.
    if (silence > 0 && request.version() != HttpVersion.HTTP_2) {
      Silence.begin(connection(request), aboutAsLong());
    }
  }

  /**
   * Half as long to half as long again, so that those turned away together do not come together.
   */
  private long aboutAsLong() {
    return silence / 2 + ThreadLocalRandom.current().nextLong(silence);
  }

  private boolean takes(HttpServerRequest request) {
    Turn turn = turns.get();
    long now = System.nanoTime();
    Channel connection = connection(request);
    boolean early = Silence.endsOn(connection) && turn.isCrowded(now);
    SingleThreadEventLoop loop = (SingleThreadEventLoop) connection.eventLoop();
    return !early && turn.takes(loop::executeAfterEventLoopIteration, now);
  }

  private static Channel connection(HttpServerRequest request) {
    return ((ConnectionBase) request.connection()).channel();
  }
}
