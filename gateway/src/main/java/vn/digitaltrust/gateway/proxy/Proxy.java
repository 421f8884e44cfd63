package vn.digitaltrust.gateway.proxy;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
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
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.digitaltrust.door.Kind;
import vn.digitaltrust.door.Words;
import vn.digitaltrust.gateway.access.Client;
import vn.digitaltrust.gateway.access.Places;
import vn.digitaltrust.gateway.access.Tokens;
import vn.digitaltrust.gateway.door.FilterOrder;
import vn.digitaltrust.gateway.door.Paths;
import vn.digitaltrust.gateway.door.Problem;
import vn.digitaltrust.gateway.door.Refusal;

/** Finds the service of a path and judges whether a request may go there. */
@ApplicationScoped
class Proxy {
  /** The longest wait of a journal's long-poll; the time-out of silence must be longer. */
  private static final Duration LONGEST_POLL = Duration.ofSeconds(20);

  /** About as long until one of the polls that a client has ends. */
  private static final Duration A_POLL = Duration.ofSeconds(5);

  /** Documents are public: whoever reads them has, all together, the places of one client. */
  private static final Client READERS_OF_DOCUMENTS = new Client("unnamed", "documents");

  private final Vertx vertx;
  private final Tokens tokens;
  private final ProxyConfig config;
  private final MeterRegistry meters;
  private final List<Way> ways;

  /** How a service is reached; long-polls have places and connections of their own. */
  private record Way(Service service, Limit requests, Limit polls, Circuit circuit) {}

  /**
   * How much may be under way to a service.
   *
   * @param kind of exchange, as the metrics call it
   * @param places as many as connections
   * @param tooManyOfClient what a client is told that has all the places it may have
   */
  private record Limit(
      String kind, Places places, HttpClient connections, Refusal tooManyOfClient) {}

  Proxy(
      Vertx vertx,
      Tokens tokens,
      ProxyConfig config,
      MeterRegistry meters,
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
    this.meters = meters;
    this.ways =
        List.of(
            way(Service.at("registry", registry)),
            way(Service.at("sanctions", sanctions)),
            way(Service.at("alliance", alliance)));
  }

  private Way way(Service service) {
    Limit requests =
        limit(
            service,
            "requests",
            new Places(
                "proxy.connections and proxy.connections-per-client",
                config.connections(),
                config.connectionsPerClient()),
            config.connections(),
            Refusal.unavailable("requests.many", config.connectionsPerClient()));
    Limit polls =
        limit(
            service,
            "polls",
            new Places(
                "proxy.polls and proxy.polls-per-client", config.polls(), config.pollsPerClient()),
            config.polls(),
            Refusal.unavailable(A_POLL, "polls.many", config.pollsPerClient()));
    Circuit circuit =
        new Circuit(config.circuitFailures(), config.circuitPause(), System::nanoTime);
    Gauge.builder("proxy.circuit.open", circuit, it -> it.isOpen() ? 1 : 0)
        .tag("service", service.name())
        .register(meters);
    // From the start on, so that the first one is seen as a change and not as a beginning.
    Set.of("client", "polls", "requests", "circuit").forEach(why -> shed(service, why));
    return new Way(service, requests, polls, circuit);
  }

  private Limit limit(
      Service service, String kind, Places places, int most, Refusal tooManyOfClient) {
    Gauge.builder("proxy.under.way", places, Places::taken)
        .tags("service", service.name(), "kind", kind)
        .register(meters);
    HttpClient connections =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setMaxPoolSize(most)
                .setConnectTimeout((int) config.connectTimeout().toMillis())
                .setKeepAliveTimeout(30)
                .setMaxHeaderSize(32 * 1024)
                .setDecompressionSupported(false));
    return new Limit(kind, places, connections, tooManyOfClient);
  }

  void mount(@Observes Filters filters) {
    FilterOrder.PROXY.register(filters, this::route);
  }

  private void route(RoutingContext routing) {
    HttpServerRequest request = routing.request();
    String path = Paths.of(request.uri());
    for (Way way : ways) {
      if (way.service().owns(path)) {
        if (way.service().isDocument(path) && request.method() == HttpMethod.GET) {
          document(routing, way);
        } else {
          boolean poll = Service.isPoll(request.method(), path, routing::queryParams);
          Limit limit = poll ? way.polls() : way.requests();
          tokens.verified(routing, caller -> pass(routing, way, limit, Client.of(caller)));
        }
        return;
      }
    }
    routing.next();
  }

  private void document(RoutingContext routing, Way way) {
    HttpServerRequest request = routing.request();
    if (announced(request) > 0 || request.headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
      // Nobody knows who sends it, so nothing is done with it.
      Problem.answer(routing, Refusal.malformed("body.unexpected"));
    } else {
      pass(routing, way, way.requests(), READERS_OF_DOCUMENTS);
    }
  }

  private void pass(RoutingContext routing, Way way, Limit limit, Client client) {
    HttpServerRequest request = routing.request();
    if (routing.response().closed()) {
      return; // the caller left while the token was verified, and nobody would give a place back
    }
    long most = most(request.getHeader(HttpHeaders.CONTENT_TYPE));
    if (announced(request) > most) {
      Problem.answer(routing, Refusal.because(Kind.TOO_LARGE, "too-large.body", Words.size(most)));
      return;
    }
    switch (limit.places().enter(client)) {
      case CLIENT_AT_LIMIT -> turnAway(routing, way, "client", limit.tooManyOfClient());
      case ALL_TAKEN -> turnAway(routing, way, limit.kind(), Refusal.overloaded());
      case GRANTED -> {
        routing.addEndHandler(ended -> limit.places().leave(client));
        run(routing, way, limit, most);
      }
    }
  }

  private void turnAway(RoutingContext routing, Way way, String why, Refusal refusal) {
    shed(way.service(), why).increment();
    Problem.turnAway(routing, refusal);
  }

  private void run(RoutingContext routing, Way way, Limit limit, long mostBytes) {
    if (!way.circuit().lets()) {
      shed(way.service(), "circuit").increment();
      Problem.answer(
          routing,
          Refusal.unavailable(
              config.circuitPause(), "unavailable.neighbour", way.service().name()));
      return;
    }
    if ("100-continue".equalsIgnoreCase(routing.request().getHeader(HttpHeaders.EXPECT))) {
      routing.response().writeContinue();
    }
    new Exchange(vertx, routing, way.service(), way.circuit(), config, mostBytes)
        .run(limit.connections());
  }

  private Counter shed(Service service, String why) {
    return meters.counter("proxy.shed", "service", service.name(), "why", why);
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
