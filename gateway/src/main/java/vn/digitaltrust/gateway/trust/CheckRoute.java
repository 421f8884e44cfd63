package vn.digitaltrust.gateway.trust;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.digitaltrust.door.Kind;
import vn.digitaltrust.gateway.access.Client;
import vn.digitaltrust.gateway.access.Places;
import vn.digitaltrust.gateway.access.Tokens;
import vn.digitaltrust.gateway.door.FilterOrder;
import vn.digitaltrust.gateway.door.Paths;
import vn.digitaltrust.gateway.door.Problem;
import vn.digitaltrust.gateway.door.Refusal;
import vn.digitaltrust.gateway.limits.Gate;

/**
 * Answers single checks. There are thousands a second, and the way through the framework to a
 * resource costs more than the check. Every GET and HEAD of the two paths is answered here; other
 * methods are refused by the framework, which knows the paths from {@link TrustResource}.
 */
@ApplicationScoped
class CheckRoute {
  private static final String ACCOUNTS = "/trust/v1/accounts";
  private static final String KOLS = "/trust/v1/kols/";
  private static final String JSON = "application/json";

  private final Tokens tokens;
  private final Gate gate;
  private final Checks checks;
  private final ObjectWriter writer;
  private final EntityTag tags;

  /** GW-19: the places of the checks that one event loop finds waiting together. */
  private final ThreadLocal<Places> places;

  private final Counter shed;

  CheckRoute(
      Tokens tokens,
      Gate gate,
      Checks checks,
      ObjectMapper mapper,
      MeterRegistry meters,
      @ConfigProperty(name = "trust.checks-at-once") int most,
      @ConfigProperty(name = "trust.checks-per-client") int mostPerClient) {
    this.tokens = tokens;
    this.gate = gate;
    this.checks = checks;
    this.writer = mapper.writerFor(Answer.class);
    Supplier<Places> empty =
        () -> new Places("trust.checks-at-once and trust.checks-per-client", most, mostPerClient);
    empty.get(); // settings that do not fit together end the start, and not the first check
    this.places = ThreadLocal.withInitial(empty);
    this.shed = meters.counter("trust.checks.shed");
    this.tags = new EntityTag(mapper);
  }

  /** GW-19: the places of the event loop that asks. */
  Places places() {
    return places.get();
  }

  void mount(@Observes Filters filters) {
    FilterOrder.CHECKS_WITH_KNOWN_TOKENS.register(filters, this::routeKnown);
    FilterOrder.CHECKS.register(filters, this::route);
  }

  /** A caller whose token was verified a short while ago is counted and answered at once. */
  private void routeKnown(RoutingContext exchange) {
    SecurityIdentity caller = takes(exchange.request()) ? tokens.known(exchange) : null;
    if (caller == null) {
      exchange.next();
    } else {
      Client client = Client.of(caller);
      admit(
          exchange,
          client,
          () ->
              gate.pass(
                  exchange,
                  client,
                  () -> gate.passCheck(exchange, client, () -> answer(exchange, caller))));
    }
  }

  private void route(RoutingContext exchange) {
    if (takes(exchange.request())) {
      tokens.verified(
          exchange,
          caller -> {
            Client client = Client.of(caller);
            admit(
                exchange,
                client,
                () -> gate.passCheck(exchange, client, () -> answer(exchange, caller)));
          });
    } else {
      exchange.next();
    }
  }

  /** GW-19: goes on with a check, or turns it away when too many were found waiting with it. */
  private void admit(RoutingContext exchange, Client client, Runnable next) {
    Places here = places();
    if (here.enter(client) == Places.Entry.GRANTED) {
      // Runs when the event loop has looked at everything that it found waiting.
      Vertx.currentContext().runOnContext(looked -> here.leave(client));
      next.run();
    } else {
      shed.increment();
      Problem.turnAway(exchange, Refusal.overloaded());
    }
  }

  private static boolean takes(HttpServerRequest request) {
    String target = request.uri();
    if (!target.startsWith(ACCOUNTS) && !target.startsWith(KOLS)
        || request.method() != HttpMethod.GET && request.method() != HttpMethod.HEAD) {
      return false;
    }
    String path = path(request);
    return path.equals(ACCOUNTS) || path.startsWith(KOLS) && isSegment(path, KOLS.length());
  }

  /** The path as the framework compares it: a slash at its end makes no difference. */
  private static String path(HttpServerRequest request) {
    String path = Paths.of(request.uri());
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private static boolean isSegment(String path, int start) {
    return path.length() > start && path.indexOf('/', start) < 0;
  }

  private static boolean acceptsJson(HttpServerRequest request) {
    String accepted = request.getHeader(HttpHeaders.ACCEPT);
    return accepted == null
        || accepted.contains("*/*")
        || accepted.contains(JSON)
        || request.headers().getAll(HttpHeaders.ACCEPT).stream().anyMatch(CheckRoute::isOfJson);
  }

  /** Whether a line of {@code Accept} means JSON in one of the spellings that are seldom seen. */
  private static boolean isOfJson(String accepted) {
    String small = accepted.toLowerCase(Locale.ROOT).strip();
    return small.isEmpty()
        || small.equals("*")
        || small.contains("*/*")
        || small.contains("application/*")
        || small.contains(JSON);
  }

  private void answer(RoutingContext exchange, SecurityIdentity caller) {
    String path = path(exchange.request());
    String number = path.equals(ACCOUNTS) ? null : decoded(path).substring(KOLS.length());
    try {
      if (!acceptsJson(exchange.request())) {
        throw Refusal.of(Kind.NOT_ACCEPTABLE);
      }
      Checkers.require(caller);
      MultiMap query = exchange.queryParams();
      Queries.requireOnly(number == null ? Queries.ACCOUNT : Queries.ASKED, query);
      Answer answer = checks.answer(Queries.request(query, number));
      HttpServerResponse response = exchange.response();
      List<String> held = exchange.request().headers().getAll(HttpHeaders.IF_NONE_MATCH);
      if (Evidence.begin(response, answer, tags.of(answer), held)) {
        response
            .putHeader(HttpHeaders.CONTENT_TYPE, JSON)
            .end(Buffer.buffer(writer.writeValueAsBytes(answer)));
      } else {
        response.end();
      }
    } catch (Refusal refusal) {
      Problem.answer(exchange, refusal);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String decoded(String path) {
    return path.indexOf('%') < 0 ? path : URI.create(path).getPath();
  }
}
