package vn.digitaltrust.gateway.limits;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.digitaltrust.door.Kind;
import vn.digitaltrust.gateway.access.Client;
import vn.digitaltrust.gateway.access.Tokens;
import vn.digitaltrust.gateway.door.FilterOrder;
import vn.digitaltrust.gateway.door.Paths;
import vn.digitaltrust.gateway.door.Problem;
import vn.digitaltrust.gateway.door.Refusal;

/** LIMIT-1, LIMIT-2: lets a client through as often as its plan allows, wherever it is going. */
@ApplicationScoped
public class Gate {
  private static final List<String> ROOTS =
      List.of("/trust/v1/", "/registry/", "/sanctions/", "/alliance/");

  private final Tokens tokens;
  private final Limiter limiter;
  private final LimitsConfig config;
  private final MeterRegistry meters;

  Gate(Tokens tokens, Limiter limiter, LimitsConfig config, MeterRegistry meters) {
    this.tokens = tokens;
    this.limiter = limiter;
    this.config = config;
    this.meters = meters;
    // From the start on, so that the first refusal is seen as a change and not as a beginning.
    config.plans().keySet().forEach(this::refused);
    Map<String, String> named = new TreeMap<>(config.clients());
    named.put("limits.default-plan", config.defaultPlan());
    named.forEach(
        (who, plan) -> {
          if (!config.plans().containsKey(plan)) {
            throw new IllegalStateException(
                "The plan \"%s\" of %s is none of %s: add limits.plans.%s.requests and .window"
                    .formatted(plan, who, config.plans().keySet(), plan));
          }
        });
  }

  void mount(@Observes Filters filters) {
    FilterOrder.REQUEST_LIMIT.register(filters, this::route);
  }

  private void route(RoutingContext exchange) {
    if (!isLimited(Paths.of(exchange.request().uri()))) {
      exchange.next();
      return;
    }
    tokens.verified(exchange, caller -> pass(exchange, Client.of(caller), exchange::next));
  }

  /** Whether a path is of the API; the services' documents are public. */
  private static boolean isLimited(String path) {
    for (String root : ROOTS) {
      if (path.startsWith(root)) {
        return !path.startsWith("openapi", root.length())
            || path.length() > root.length() + "openapi".length();
      }
    }
    return false;
  }

  /** Counts a request of this client and goes on with it, or answers that it is one too many. */
  public void pass(RoutingContext exchange, Client client, Runnable next) {
    String name = config.clients().getOrDefault(client.id(), config.defaultPlan());
    LimitsConfig.Plan plan = config.plans().get(name);
    limiter
        .take(client.key(), plan)
        .onSuccess(left -> judge(exchange, name, plan, left, next))
        .onFailure(exchange::fail);
  }

  private Counter refused(String plan) {
    return meters.counter("limits.refused", "plan", plan);
  }

  private void judge(
      RoutingContext exchange,
      String name,
      LimitsConfig.Plan plan,
      Limiter.Left left,
      Runnable next) {
    HttpServerResponse response = exchange.response();
    String quoted = '"' + name + '"';
    response
        .putHeader(
            "RateLimit-Policy",
            quoted + ";q=" + plan.requests() + ";w=" + plan.window().toSeconds())
        .putHeader("RateLimit", quoted + ";r=" + left.requests() + ";t=" + left.fullInSeconds());
    if (left.granted()) {
      next.run();
      return;
    }
    refused(name).increment();
    response.putHeader("Retry-After", Long.toString(left.retryInSeconds()));
    Problem.answer(exchange, Refusal.of(Kind.TOO_MANY_REQUESTS));
  }
}
