package vn.digitaltrust.gateway.trust;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import vn.digitaltrust.gateway.access.Client;
import vn.digitaltrust.gateway.access.Tokens;
import vn.digitaltrust.gateway.door.Paths;
import vn.digitaltrust.gateway.door.Problem;
import vn.digitaltrust.gateway.door.Refusal;
import vn.digitaltrust.gateway.limits.Gate;

/**
 * Takes single checks before the resource would, because there are thousands a second and the way
 * to a resource costs more than the check. Whatever is not a plain GET of JSON (HEAD, OPTIONS,
 * other methods and media types) is left to the resource, which answers the same.
 */
@ApplicationScoped
class CheckRoute {
  /** After crowds (950) and other origins (900) were turned away. */
  private static final int OF_KNOWN_CALLERS = 890;

  /** As batches of lines: after authentication was prepared and the client counted. */
  private static final int OF_OTHERS = 46;

  private static final String ACCOUNTS = "/trust/v1/accounts";
  private static final String KOLS = "/trust/v1/kols/";
  private static final String JSON = "application/json";

  private final Tokens tokens;
  private final Gate gate;
  private final Checks checks;
  private final ObjectWriter writer;

  CheckRoute(Tokens tokens, Gate gate, Checks checks, ObjectMapper mapper) {
    this.tokens = tokens;
    this.gate = gate;
    this.checks = checks;
    this.writer = mapper.writerFor(Answer.class);
  }

  void mount(@Observes Filters filters) {
    filters.register(this::routeKnown, OF_KNOWN_CALLERS);
    filters.register(this::route, OF_OTHERS);
  }

  /** Whether a target is that of a single check. */
  static boolean isCheck(String target) {
    return target.startsWith(ACCOUNTS) || target.startsWith(KOLS);
  }

  /** Whose token was verified a short while ago is counted and answered without more ado. */
  private void routeKnown(RoutingContext exchange) {
    SecurityIdentity caller = takes(exchange.request()) ? tokens.known(exchange) : null;
    if (caller == null) {
      exchange.next();
    } else {
      gate.pass(exchange, Client.of(caller), () -> answer(exchange, caller));
    }
  }

  private void route(RoutingContext exchange) {
    if (takes(exchange.request())) {
      tokens.verified(exchange, caller -> answer(exchange, caller));
    } else {
      exchange.next();
    }
  }

  private static boolean takes(HttpServerRequest request) {
    String target = request.uri();
    if (!isCheck(target) || request.method() != HttpMethod.GET) {
      return false;
    }
    String path = Paths.of(target);
    return takesJson(request.getHeader(HttpHeaders.ACCEPT))
        && (path.equals(ACCOUNTS) || path.startsWith(KOLS) && isPlain(path, KOLS.length()));
  }

  private static boolean takesJson(String accepted) {
    return accepted == null || accepted.contains("*/*") || accepted.contains(JSON);
  }

  /** Whether there is one more segment, and it needs no decoding. */
  private static boolean isPlain(String path, int start) {
    return path.length() > start && path.indexOf('/', start) < 0 && path.indexOf('%', start) < 0;
  }

  private void answer(RoutingContext exchange, SecurityIdentity caller) {
    String path = Paths.of(exchange.request().uri());
    String number = path.equals(ACCOUNTS) ? null : path.substring(KOLS.length());
    try {
      Checkers.require(caller);
      MultiMap query = exchange.queryParams();
      Queries.requireOnly(number == null ? Queries.ACCOUNT : Queries.ASKED, query);
      Answer answer = checks.answer(Queries.request(query, number));
      HttpServerResponse response = exchange.response();
      String held = exchange.request().getHeader(HttpHeaders.IF_NONE_MATCH);
      if (Evidence.begin(response, answer, held)) {
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
}
