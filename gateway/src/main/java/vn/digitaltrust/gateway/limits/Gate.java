package vn.digitaltrust.gateway.limits;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
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

/**
 * LIMIT-1, LIMIT-2, LIMIT-4: lets a client through as often as its plan allows, wherever it is
 * going, and counts the trust checks that it asks for.
 */
@ApplicationScoped
public class Gate {
  private static final String POLICY = "RateLimit-Policy";
  private static final String LIMIT = "RateLimit";
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
    for (Unit unit : Unit.values()) {
      config.plans().keySet().forEach(plan -> refused(plan, unit));
    }
    Map<String, String> named = new TreeMap<>(config.clients());
    named.put("limits.default-plan", config.defaultPlan());
    named.forEach(
        (who, plan) -> {
          if (!config.plans().containsKey(plan)) {
            throw new IllegalStateException(
                "The plan \"%s\" of %s is none of %s: add limits.plans.%s.requests, .checks and .window"
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
    goOn(exchange, takeOne(exchange, client, Unit.REQUESTS), next);
  }

  /** LIMIT-4: counts a single check, whose request was counted before, in the same way. */
  public void passCheck(RoutingContext exchange, Client client, Runnable next) {
    goOn(exchange, takeOne(exchange, client, Unit.CHECKS), next);
  }

  /**
   * LIMIT-4: counts all checks of a batch, or none of them.
   *
   * @param checks how many the batch has, at least one
   * @return fails with the refusal, when the plan does not allow so many now (429) or ever (413)
   */
  public Future<Void> takeBatch(RoutingContext exchange, long checks) {
    Client client = Client.of(exchange);
    Has has = has(client);
    long quota = Unit.CHECKS.quota(has.plan());
    if (checks > quota) {
      refused(has.name(), Unit.CHECKS).increment();
      return Future.failedFuture(
          Refusal.because(Kind.TOO_LARGE, "limits.large-batch", checks, quota));
    }
    return limiter
        .take(client.key(), has.plan(), Unit.CHECKS, checks)
        .compose(
            left -> judge(exchange, has, Unit.CHECKS, left, "limits.batch", checks, left.left()));
  }

  /**
   * LIMIT-4: counts checks that came in as lines, as many of them as the plan allows.
   *
   * @param most how many have come, at least one
   */
  public Future<Granted> takeLines(RoutingContext exchange, long most) {
    Client client = Client.of(exchange);
    Has has = has(client);
    return limiter
        .takeUpTo(client.key(), has.plan(), Unit.CHECKS, most)
        .map(
            left -> {
              if (left.granted() < most) {
                refused(has.name(), Unit.CHECKS).increment();
              }
              if (!exchange.response().headWritten()) {
                tell(exchange.response(), has, Unit.CHECKS, left);
              }
              return new Granted(left.granted(), left.seconds());
            });
  }

  /**
   * How many checks of lines may be answered.
   *
   * @param checks as many, perhaps none
   * @param retryAfter the seconds to wait, when fewer were granted than have come
   */
  public record Granted(long checks, long retryAfter) {}

  /** Which plan a client has. */
  private record Has(String name, LimitsConfig.Plan plan) {}

  private Has has(Client client) {
    String name = config.clients().getOrDefault(client.id(), config.defaultPlan());
    return new Has(name, config.plans().get(name));
  }

  private Counter refused(String plan, Unit unit) {
    return meters.counter("limits.refused", "plan", plan, "unit", unit.word());
  }

  private Future<Void> takeOne(RoutingContext exchange, Client client, Unit unit) {
    Has has = has(client);
    return limiter
        .take(client.key(), has.plan(), unit, 1)
        .compose(left -> judge(exchange, has, unit, left, "too-many-requests.detail"));
  }

  private Future<Void> judge(
      RoutingContext exchange,
      Has has,
      Unit unit,
      Limiter.Left left,
      String key,
      Object... arguments) {
    tell(exchange.response(), has, unit, left);
    if (left.granted() == 0) {
      refused(has.name(), unit).increment();
      return Future.failedFuture(
          Refusal.tooMany(Duration.ofSeconds(left.seconds()), key, arguments));
    }
    return Future.succeededFuture();
  }

  /**
   * LIMIT-2: adds what is left of this unit to what was told of others. LIMIT-5: of what ran out it
   * tells alone.
   */
  private static void tell(HttpServerResponse response, Has has, Unit unit, Limiter.Left left) {
    if (left.granted() == 0) {
      response.headers().remove(LIMIT);
    }
    add(response, POLICY, unit.policy(has.name(), has.plan()));
    add(response, LIMIT, unit.limit(has.name()) + ";r=" + left.left() + ";t=" + left.seconds());
  }

  private static void add(HttpServerResponse response, String header, String item) {
    String others = response.headers().get(header);
    response.putHeader(header, others == null ? item : others + ", " + item);
  }

  private static void goOn(RoutingContext exchange, Future<Void> taken, Runnable next) {
    taken
        .onSuccess(granted -> next.run())
        .onFailure(
            failure -> {
              if (failure instanceof Refusal refusal) {
                Problem.answer(exchange, refusal);
              } else {
                exchange.fail(failure);
              }
            });
  }
}
