package vn.digitaltrust.gateway.trust;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.util.concurrent.FastThreadLocal;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executor;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.digitaltrust.gateway.door.Problem;
import vn.digitaltrust.gateway.door.Refusal;

/**
 * GW-19: turns single checks away when more are waiting than can be answered soon. A check is
 * answered at once when its loop comes to it, so those under way are never many; what grows under a
 * load is how many the loop finds waiting when it comes round. Who is too many is told before
 * anything was done for it.
 */
@ApplicationScoped
class Crowd {
  /** Between the entrance (1000), which gives every request its id, and authentication. */
  private static final int PRIORITY = 950;

  private final FastThreadLocal<Turn> turns;
  private final Counter shed;

  Crowd(@ConfigProperty(name = "trust.checks-at-once") int most, MeterRegistry meters) {
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
    if (!CheckRoute.isCheck(exchange.request().uri()) || turns.get().takes(loop())) {
      exchange.next();
    } else {
      shed.increment();
      Problem.answer(exchange, Refusal.overloaded(exchange));
    }
  }

  private static Executor loop() {
    return ((ContextInternal) Vertx.currentContext()).nettyEventLoop();
  }
}
