package vn.digitaltrust.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
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
import vn.digitaltrust.gateway.door.Kind;
import vn.digitaltrust.gateway.door.Paths;
import vn.digitaltrust.gateway.door.Problem;
import vn.digitaltrust.gateway.door.Refusal;

/**
 * One request on its way to a service and its answer on the way back. Sees what moves in both
 * directions, and ends the exchange when nothing moves for too long (PROXY-5) or too much does
 * (PROXY-6). Lives on one event loop, so it needs no locks.
 */
final class Exchange implements ProxyInterceptor {
  private static final Logger LOG = Logger.getLogger(Exchange.class);

  private final Vertx vertx;
  private final RoutingContext routing;
  private final Service service;
  private final long silenceMillis;
  private final long mostBytes;

  private long lastMove = System.nanoTime();
  private long received;
  private long timer;
  private HttpClientRequest upstream;
  private Refusal why;

  Exchange(
      Vertx vertx, RoutingContext routing, Service service, long silenceMillis, long mostBytes) {
    this.vertx = vertx;
    this.routing = routing;
    this.service = service;
    this.silenceMillis = silenceMillis;
    this.mostBytes = mostBytes;
  }

  void run(HttpClient client, long connectMillis) {
    watch(silenceMillis);
    routing.addEndHandler(ended -> vertx.cancelTimer(timer));
    HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
        .origin(context -> connect(client, connectMillis))
        .addInterceptor(this)
        .handle(routing.request());
  }

  @Override
  public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
    ProxyRequest request = context.request();
    Headers.passUp(request.headers(), request.proxiedRequest());
    Body body = request.getBody();
    request.setBody(Body.body(new Watched(body.stream(), this::received), body.length()));
    return context
        .sendRequest()
        .recover(failure -> Future.succeededFuture(refuse(request, failure)));
  }

  @Override
  public Future<Void> handleProxyResponse(ProxyContext context) {
    moved();
    ProxyResponse response = context.response();
    Headers.passDown(response.headers(), service.origin());
    Body body = response.getBody();
    if (body != null) {
      response.setBody(Body.body(new Watched(body.stream(), chunk -> moved()), body.length()));
    }
    return context.sendResponse();
  }

  private Future<HttpClientRequest> connect(HttpClient client, long connectMillis) {
    RequestOptions options =
        new RequestOptions()
            .setHost(service.host())
            .setPort(service.port())
            .setSsl(service.tls())
            .setConnectTimeout(connectMillis);
    return client
        .request(options)
        .onSuccess(
            request -> {
              upstream = request;
              request.exceptionHandler(failure -> LOG.debug("the way to the service", failure));
              if (why != null) {
                request.reset();
              }
            });
  }

  private void received(Buffer chunk) {
    moved();
    received += chunk.length();
    if (received > mostBytes && why == null) {
      end(Refusal.of(Kind.TOO_LARGE));
    }
  }

  private void moved() {
    lastMove = System.nanoTime();
  }

  private void watch(long delayMillis) {
    timer =
        vertx.setTimer(
            delayMillis,
            fired -> {
              long silent = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - lastMove);
              if (silent >= silenceMillis) {
                end(Refusal.late(service.name()));
              } else {
                watch(Math.max(1, silenceMillis - silent));
              }
            });
  }

  /** Tears the way to the service down; the caller is told why, or cut off if it is too late. */
  private void end(Refusal reason) {
    why = reason;
    if (upstream != null) {
      upstream.reset();
    }
    if (routing.response().headWritten()) {
      routing.request().connection().close();
    }
  }

  private ProxyResponse refuse(ProxyRequest request, Throwable failure) {
    Refusal refusal = why != null ? why : explain(failure);
    if (!routing.response().closed()) {
      LOG.warnf(
          "%s %s is answered with %d: %s",
          request.getMethod(),
          Paths.of(request.getURI()),
          refusal.getStatusCode(),
          failure.toString());
    }
    ProxyResponse response = request.release().response();
    Problem problem = Problem.of(refusal, routing);
    response.headers().set(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
    response.headers().set("Content-Language", Problem.language(routing));
    return response.setStatusCode(refusal.getStatusCode()).setBody(Body.body(problem.toBuffer()));
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
