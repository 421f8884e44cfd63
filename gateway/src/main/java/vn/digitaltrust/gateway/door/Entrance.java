package vn.digitaltrust.gateway.door;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import vn.digitaltrust.door.BodyForm;
import vn.digitaltrust.door.Expectations;
import vn.digitaltrust.door.Ids;
import vn.digitaltrust.door.Kind;
import vn.digitaltrust.door.RequestIds;
import vn.digitaltrust.door.Words;

/**
 * GATE-5 to GATE-8, GATE-15 to GATE-17: the first thing that a request meets, and the last if
 * nobody knows it.
 */
@ApplicationScoped
class Entrance {
  private static final Logger LOG = Logger.getLogger(Entrance.class);

  /** Others are not taken by any address, and not passed on. */
  private static final Set<HttpMethod> METHODS =
      Set.of(
          HttpMethod.GET,
          HttpMethod.HEAD,
          HttpMethod.POST,
          HttpMethod.PUT,
          HttpMethod.PATCH,
          HttpMethod.DELETE,
          HttpMethod.OPTIONS);

  private static final Set<HttpMethod> BODILESS =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  /** Given twice, two readers could each believe another one. */
  private static final List<String> ONCE =
      List.of("Authorization", "Content-Type", "Host", "If-Match", "Idempotency-Key");

  /** What was wrong with a request before it was one (see the package framing). */
  private static final Map<String, Refusal> FRAMING =
      Map.of(
          "/head", Refusal.malformed("framing.head"),
          "/folded", Refusal.malformed("framing.folded"),
          "/length", Refusal.malformed("framing.length"),
          "/chunks", Refusal.brokenBody(),
          "/long", Refusal.because(Kind.HEADERS_TOO_LARGE, "framing.long"),
          "/slow", Refusal.because(Kind.REQUEST_TIMEOUT, "framing.slow"));

  private static final Set<HttpMethod> READING =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final Clock clock;
  private final OwnAddresses addresses;
  private final long maxBody;
  private final DoorConfig config;

  Entrance(
      Clock clock,
      OwnAddresses addresses,
      @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize maxBody,
      DoorConfig config) {
    this.clock = clock;
    this.addresses = addresses;
    this.maxBody = maxBody.asLongValue();
    this.config = config;
  }

  void first(@Observes Filters filters) {
    FilterOrder.ENTRANCE.register(filters, this::enter);
    FilterOrder.OPTIONS.register(filters, this::options);
    FilterOrder.BODY_LIMIT.register(filters, this::limit);
  }

  void last(@Observes Router router) {
    // People who come without a path are shown what they can do here.
    router
        .get("/")
        .handler(
            exchange ->
                exchange
                    .response()
                    .setStatusCode(303)
                    .putHeader(HttpHeaders.LOCATION, "/docs/")
                    .end());
    router
        .route()
        .order(Integer.MAX_VALUE)
        .handler(this::notTaken)
        .failureHandler(Entrance::failed);
  }

  private void enter(RoutingContext exchange) {
    String id = Ids.next(clock.instant()).toString();
    exchange.request().headers().set(RequestIds.HEADER, id);
    exchange.response().putHeader(RequestIds.HEADER, id);
    MDC.put("requestId", id);
    Refusal refusal = judge(exchange.request());
    if (refusal == null) {
      exchange.next();
      return;
    }
    if (refusal.kind() == Kind.METHOD_NOT_ALLOWED) {
      notTaken(exchange);
    } else {
      Problem.answer(exchange, refusal);
    }
  }

  /** GATE-17: nothing stands at the address, or it takes other methods, which are named. */
  private void notTaken(RoutingContext exchange) {
    String allowed = addresses.allow(exchange.request().uri());
    if (allowed.isEmpty()) {
      Problem.answer(exchange, Refusal.of(Kind.NOT_FOUND));
    } else {
      exchange.response().putHeader(HttpHeaders.ALLOW, allowed);
      Problem.answer(exchange, Refusal.of(Kind.METHOD_NOT_ALLOWED));
    }
  }

  /** GATE-17, for what is not passed on: the services answer for themselves. */
  private void options(RoutingContext exchange) {
    HttpMethod method = exchange.request().method();
    if (!READING.contains(method) && addresses.isPage(exchange.request().uri())) {
      notTaken(exchange);
      return;
    }
    String allowed = method == HttpMethod.OPTIONS ? addresses.allow(exchange.request().uri()) : "";
    if (allowed.isEmpty()) {
      exchange.next();
    } else {
      exchange.response().setStatusCode(204).putHeader(HttpHeaders.ALLOW, allowed).end();
      Drain.rest(exchange.request());
    }
  }

  private Refusal judge(HttpServerRequest request) {
    if (request.method().name().equals("REFUSED")) {
      return FRAMING.getOrDefault(request.uri(), Refusal.of(Kind.METHOD_NOT_ALLOWED));
    }
    if (request.version() == HttpVersion.HTTP_1_0) {
      return Refusal.because(Kind.OLD_PROTOCOL, "protocol.old");
    }
    if (request.uri().length() > config.maxTarget()) {
      return Refusal.because(Kind.TARGET_TOO_LONG, "target.long", config.maxTarget());
    }
    if (isTooMuch(request.headers())) {
      return Refusal.because(
          Kind.HEADERS_TOO_LARGE, "headers.many", config.maxHeaders(), config.maxHeaderBytes());
    }
    if (!Paths.isPlain(request.uri())) {
      return Refusal.malformed("path.ambiguous");
    }
    if (Paths.hasSemicolon(request.uri())) {
      return Refusal.malformed("query.semicolon");
    }
    if (!Paths.isPlainQuery(request.uri())) {
      return Refusal.malformed("query.characters");
    }
    for (String name : ONCE) {
      if (request.headers().getAll(name).size() > 1) {
        return Refusal.malformed("header.repeated", name);
      }
    }
    if (request.headers().contains(HttpHeaders.EXPECT)
        && Expectations.isOther(String.join(",", request.headers().getAll(HttpHeaders.EXPECT)))) {
      return Refusal.of(Kind.EXPECTATION_FAILED);
    }
    return METHODS.contains(request.method())
        ? judgeBody(request)
        : Refusal.of(Kind.METHOD_NOT_ALLOWED);
  }

  /** GATE-15, for the services too: what is announced in another form is not taken in at all. */
  private static Refusal judgeBody(HttpServerRequest request) {
    if (BODILESS.contains(request.method())
        || BodyForm.isEmpty(request.getHeader(HttpHeaders.CONTENT_LENGTH))) {
      return null;
    }
    String coding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
    if (BodyForm.isCoded(coding)) {
      request.response().putHeader(HttpHeaders.ACCEPT_ENCODING, HttpHeaders.IDENTITY);
      return Refusal.because(Kind.UNSUPPORTED_MEDIA_TYPE, "body.coded", coding);
    }
    String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
    if (type == null && Drain.hasBody(request)) {
      return Refusal.of(Kind.UNSUPPORTED_MEDIA_TYPE);
    }
    String charset = BodyForm.otherCharset(type);
    return charset == null
        ? null
        : Refusal.because(Kind.UNSUPPORTED_MEDIA_TYPE, "body.charset", charset);
  }

  private boolean isTooMuch(MultiMap headers) {
    int count = 0;
    long bytes = 0;
    for (Map.Entry<String, String> header : headers) {
      count++;
      bytes += header.getKey().length() + header.getValue().length();
    }
    return count > config.maxHeaders() || bytes > config.maxHeaderBytes();
  }

  private void limit(RoutingContext exchange) {
    String length = exchange.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    if (length != null && exceeds(length, maxBody)) {
      Problem.answer(
          exchange, Refusal.because(Kind.TOO_LARGE, "too-large.body", Words.size(maxBody)));
    } else {
      exchange.next();
    }
  }

  /** GATE-1 for what fails outside of any resource: the framework would answer without words. */
  private static void failed(RoutingContext exchange) {
    Throwable failure = exchange.failure();
    if (failure instanceof Refusal refusal) {
      Problem.answer(exchange, refusal);
    } else if (failure instanceof UnauthorizedException
        || failure instanceof AuthenticationFailedException) {
      exchange.response().putHeader("WWW-Authenticate", "Bearer");
      Problem.answer(exchange, Refusal.of(Kind.UNAUTHENTICATED));
    } else if (failure instanceof ForbiddenException) {
      Problem.answer(exchange, Refusal.of(Kind.FORBIDDEN));
    } else if (failure instanceof RejectedExecutionException) {
      Problem.answer(exchange, Refusal.overloaded());
    } else {
      int status = exchange.statusCode();
      if (failure != null && (status < 400 || status >= 500)) {
        LOG.errorf(failure, "a request for %s failed", Paths.veiled(exchange.request().uri()));
      }
      Problem.answer(exchange, Refusal.of(Kind.ofStatus(status < 400 ? 500 : status)));
    }
    if (!exchange.response().ended()) {
      exchange.request().connection().close(); // it had begun, and nobody is left to end it
    }
  }

  private static boolean exceeds(String length, long most) {
    try {
      return Long.parseLong(length) > most;
    } catch (NumberFormatException notALength) {
      return true;
    }
  }
}
