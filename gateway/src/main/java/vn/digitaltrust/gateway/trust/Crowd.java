package vn.digitaltrust.gateway.trust;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.util.concurrent.FastThreadLocal;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.digitaltrust.gateway.door.Problem;
import vn.digitaltrust.gateway.door.Refusal;
import vn.digitaltrust.gateway.limits.Silence;

/**
 * GW-19: turns single checks away when more are waiting than can be answered soon. A check is
 * answered at once when its loop comes to it, so those under way are never many; what grows under a
 * load is how many the loop finds waiting when it comes round. Who is too many is told before
 * anything was done for it, and not listened to for a moment (LIMIT-4).
 */
@ApplicationScoped
class Crowd {
  /** Between the entrance (1000), which gives every request its id, and authentication. */
  private static final int PRIORITY = 950;

  private final FastThreadLocal<Turn> turns;
  private final Silence silence;
  private final Counter shed;

  Crowd(
      @ConfigProperty(name = "trust.checks-at-once") int most,
      Silence silence,
      MeterRegistry meters) {
    this.silence = silence;
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
    silence.after(request);
  }

  private boolean takes(HttpServerRequest request) {
    Turn turn = turns.get();
    long now = System.nanoTime();
    boolean early = silence.endsOn(request) && turn.isCrowded(now);
    SingleThreadEventLoop loop = loop(request);
    return !early && turn.takes(loop::executeAfterEventLoopIteration, now);
  }

  private static SingleThreadEventLoop loop(HttpServerRequest request) {
    return (SingleThreadEventLoop) ((ConnectionBase) request.connection()).channel().eventLoop();
  }
}
