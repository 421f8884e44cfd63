package vn.digitaltrust.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import vn.digitaltrust.door.Kind;
import vn.digitaltrust.door.Words;
import vn.digitaltrust.gateway.door.Drain;
import vn.digitaltrust.gateway.door.Paths;
import vn.digitaltrust.gateway.door.Problem;
import vn.digitaltrust.gateway.door.Refusal;
import vn.digitaltrust.gateway.door.Traces;
import vn.digitaltrust.gateway.framing.BrokenBody;

/**
 * One request on its way to a service and its answer on the way back. Sees what moves in both
 * directions, and ends the exchange when nothing moves for too long, when it takes too long
 * (PROXY-5), or when too much comes (PROXY-6). Lives on one event loop, so it needs no locks.
 */
final class Exchange implements ProxyInterceptor {
  private static final Logger LOG = Logger.getLogger(Exchange.class);

  /** How long a caller may wait for the words after an exchange was torn down. */
  private static final long LAST_WORDS_MILLIS = 1_000;

  private final Vertx vertx;
  private final RoutingContext routing;
  private final Service service;
  private final Circuit circuit;
  private final ProxyConfig config;
  private final long silenceMillis;
  private final long mostBytes;
  private final long deadline;
  private final long bodyDeadline;

  private long lastMove = System.nanoTime();
  private long received;
  private long timer;
  private HttpClientRequest upstream;
  private boolean ended;
  private Refusal why;

  Exchange(
      Vertx vertx,
      RoutingContext routing,
      Service service,
      Circuit circuit,
      ProxyConfig config,
      long mostBytes) {
    this.vertx = vertx;
    this.routing = routing;
    this.service = service;
    this.circuit = circuit;
    this.config = config;
    this.silenceMillis = config.timeout().toMillis();
    this.mostBytes = mostBytes;
    this.deadline = lastMove + config.longest().toNanos();
    boolean lines = mostBytes == config.maxStream().asLongValue();
    this.bodyDeadline = lines ? deadline : lastMove + config.bodyTimeout().toNanos();
  }

  void run(HttpClient client) {
    watch(silenceMillis);
    BrokenBody.ifBroken(routing.request(), () -> end(Refusal.brokenBody()));
    routing.addEndHandler(ended -> ended());
    HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
        .origin(context -> connect(client))
        .addInterceptor(this)
        .handle(routing.request());
  }

  /** The answer is out, or the caller is gone. Nothing of this exchange may live on. */
  private void ended() {
    ended = true;
    vertx.cancelTimer(timer);
    HttpServerRequest request = routing.request();
    if (!request.isEnded()) {
      if (upstream != null) {
        upstream.reset();
      }
      Drain.rest(request);
    }
  }

  @Override
  public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
    ProxyRequest request = context.request();
    Headers.passUp(request.headers(), request.proxiedRequest());
    Traces.passOn(routing, request.headers());
    Body body = request.getBody();
    request.setBody(Body.body(new Watched(body.stream(), this::received), body.length()));
    return context
        .sendRequest()
        .onSuccess(answer -> circuit.succeeded())
        .recover(failure -> Future.succeededFuture(refuse(request, failure)));
  }

  @Override
  public Future<Void> handleProxyResponse(ProxyContext context) {
    moved();
    ProxyResponse response = context.response();
    Headers.passDown(response.headers(), routing.response().headers(), service.origin());
    Drain.announce(routing.request()); // the service may have answered before it had everything
    Body body = response.getBody();
    if (body != null) {
      response.setBody(Body.body(new Watched(body.stream(), chunk -> moved()), body.length()));
    }
    return context.sendResponse();
  }

  private Future<HttpClientRequest> connect(HttpClient client) {
    RequestOptions options =
        new RequestOptions()
            .setHost(service.host())
            .setPort(service.port())
            .setSsl(service.tls())
            .setConnectTimeout(config.connectTimeout().toMillis());
    return client
        .request(options)
        .compose(
            request -> {
              request.exceptionHandler(failure -> LOG.debug("the way to the service", failure));
              if (why != null || ended) {
                request.reset();
                return Future.failedFuture("nobody waits for it any more");
              }
              upstream = request;
              return Future.succeededFuture(request);
            });
  }

  private void received(Buffer chunk) {
    moved();
    received += chunk.length();
    if (received > mostBytes && why == null) {
      end(Refusal.because(Kind.TOO_LARGE, "too-large.body", Words.size(mostBytes)));
    }
  }

  private void moved() {
    lastMove = System.nanoTime();
  }

  private void watch(long delayMillis) {
    timer =
        vertx.setTimer(
            Math.max(1, delayMillis),
            fired -> {
              long now = System.nanoTime();
              long silent = TimeUnit.NANOSECONDS.toMillis(now - lastMove);
              if (silent >= silenceMillis || now - deadline >= 0) {
                end(awaitsCaller() ? Refusal.callerLate() : Refusal.late(service.name()));
              } else if (!routing.request().isEnded() && now - bodyDeadline >= 0) {
                end(Refusal.callerLate());
              } else {
                long next = Math.min(deadline, bodyDeadline > now ? bodyDeadline : deadline);
                long left = TimeUnit.NANOSECONDS.toMillis(next - now) + 1;
                watch(Math.min(silenceMillis - silent, left));
              }
            });
  }

  /** Whether it is the rest of the body that is missing, so that the service is not to blame. */
  private boolean awaitsCaller() {
    return !routing.request().isEnded() && upstream != null && !upstream.writeQueueFull();
  }

  /** Tears the way to the service down; the caller is told why, or cut off if it is too late. */
  private void end(Refusal reason) {
    why = reason;
    if (upstream != null) {
      upstream.reset();
    }
    if (routing.response().headWritten()) {
      routing.request().connection().close();
    } else {
      vertx.setTimer(
          LAST_WORDS_MILLIS,
          late -> {
            if (!ended) {
              routing.request().connection().close();
            }
          });
    }
  }

  private ProxyResponse refuse(ProxyRequest request, Throwable failure) {
    Refusal refusal = why != null ? why : explain(failure);
    if (refusal.kind().status() >= 500 && !ended && !broughtAbout()) {
      circuit.failed();
    }
    if (!routing.response().closed()) {
      LOG.warnf(
          "%s %s is answered with %d: %s",
          request.getMethod(),
          Paths.veiled(request.getURI()),
          refusal.kind().status(),
          failure.toString());
    }
    Drain.announce(routing.request());
    ProxyResponse response = request.release().response();
    Problem problem = Problem.of(refusal, routing);
    response.headers().set(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
    response.headers().set("Content-Language", Problem.language(routing));
    return response.setStatusCode(refusal.kind().status()).setBody(Body.body(problem.toBuffer()));
  }

  /**
   * Whether the service ended the exchange while the body was still on its way to it. It may have
   * had its reasons with this body; that it is down, whoever asks next finds out.
   */
  private boolean broughtAbout() {
    return why == null && upstream != null && !routing.request().isEnded();
  }

  /** What to tell the caller about a failure that kept the answer from beginning. */
  private Refusal explain(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof TimeoutException || cause instanceof java.net.SocketTimeoutException) {
        return Refusal.late(service.name());
      }
    }
    return Refusal.unreachable(service.name());
  }
}
