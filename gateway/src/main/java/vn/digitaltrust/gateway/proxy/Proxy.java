package vn.digitaltrust.gateway.proxy;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.digitaltrust.gateway.access.Tokens;
import vn.digitaltrust.gateway.door.Kind;
import vn.digitaltrust.gateway.door.Paths;
import vn.digitaltrust.gateway.door.Problem;
import vn.digitaltrust.gateway.door.Refusal;

/** Finds the service of a path and judges whether a request may go there. */
@ApplicationScoped
class Proxy {
  /** After authentication was prepared (200, 100) and before any limit of the gateway's own. */
  private static final int PRIORITY = 50;

  /** The longest wait of a journal's long-poll; the time-out of silence must be longer. */
  private static final Duration LONGEST_POLL = Duration.ofSeconds(20);

  private final Vertx vertx;
  private final Tokens tokens;
  private final ProxyConfig config;
  private final List<Service> services;
  private final HttpClient client;

  Proxy(
      Vertx vertx,
      Tokens tokens,
      ProxyConfig config,
      @ConfigProperty(name = "registry.url") URI registry,
      @ConfigProperty(name = "sanctions.url") URI sanctions,
      @ConfigProperty(name = "alliance.url") URI alliance) {
    if (LaunchMode.current() == LaunchMode.NORMAL
        && config.timeout().compareTo(LONGEST_POLL) <= 0) {
      throw new IllegalStateException(
          "proxy.timeout is "
              + config.timeout()
              + ", but a journal may keep a reader waiting for "
              + LONGEST_POLL
              + ": set it higher, or every quiet long-poll ends in 504");
    }
    this.vertx = vertx;
    this.tokens = tokens;
    this.config = config;
    this.services =
        List.of(
            Service.at("registry", registry),
            Service.at("sanctions", sanctions),
            Service.at("alliance", alliance));
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setMaxPoolSize(config.connections())
                .setMaxWaitQueueSize(config.waiting())
                .setConnectTimeout((int) config.connectTimeout().toMillis())
                .setKeepAliveTimeout(30)
                .setMaxHeaderSize(32 * 1024)
                .setDecompressionSupported(false));
  }

  void mount(@Observes Filters filters) {
    filters.register(this::route, PRIORITY);
  }

  private void route(RoutingContext routing) {
    String path = Paths.of(routing.request().uri());
    for (Service service : services) {
      if (service.owns(path)) {
        if (service.isDocument(path) && routing.request().method() == HttpMethod.GET) {
          pass(routing, service);
        } else {
          tokens.verified(routing, caller -> pass(routing, service));
        }
        return;
      }
    }
    routing.next();
  }

  private void pass(RoutingContext routing, Service service) {
    HttpServerRequest request = routing.request();
    long most = most(request.getHeader(HttpHeaders.CONTENT_TYPE));
    if (announced(request) > most) {
      Problem.answer(routing, Refusal.of(Kind.TOO_LARGE));
      return;
    }
    if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
      request.response().writeContinue();
    }
    new Exchange(vertx, routing, service, config.timeout().toMillis(), most)
        .run(client, config.connectTimeout().toMillis());
  }

  private long most(String contentType) {
    boolean lines = contentType != null && contentType.startsWith("application/x-ndjson");
    return (lines ? config.maxStream() : config.maxBody()).asLongValue();
  }

  private static long announced(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    try {
      return length == null ? 0 : Long.parseLong(length);
    } catch (NumberFormatException notALength) {
      return Long.MAX_VALUE;
    }
  }
}
