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
import vn.digitaltrust.gateway.access.Client;
import vn.digitaltrust.gateway.access.Shares;
import vn.digitaltrust.gateway.access.Tokens;
import vn.digitaltrust.gateway.door.Paths;
import vn.digitaltrust.gateway.door.Problem;
import vn.digitaltrust.gateway.door.Refusal;
import vn.digitaltrust.gateway.limits.Silence;

/** Finds the service of a path and judges whether a request may go there. */
@ApplicationScoped
class Proxy {
  /** After the client was counted (60) and before any limit of the gateway's own. */
  private static final int PRIORITY = 50;

  /** The longest wait of a journal's long-poll; the time-out of silence must be longer. */
  private static final Duration LONGEST_POLL = Duration.ofSeconds(20);

  /** About as long until one of the polls that a client has ends. */
  private static final Duration A_POLL = Duration.ofSeconds(5);

  private final Vertx vertx;
  private final Tokens tokens;
  private final Silence silence;
  private final ProxyConfig config;
  private final MeterRegistry meters;
  private final List<Way> ways;

  /** How a service is reached. */
  private record Way(Service service, Lane requests, Lane polls, Circuit circuit) {}

  Proxy(
      Vertx vertx,
      Tokens tokens,
      Silence silence,
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
    this.silence = silence;
    this.config = config;
    this.meters = meters;
    this.ways =
        List.of(
            way(Service.at("registry", registry)),
            way(Service.at("sanctions", sanctions)),
            way(Service.at("alliance", alliance)));
  }

  private Way way(Service service) {
    Lane requests =
        lane(
            new Lane.Sizes(
                config.connections(), config.connectionsMany(), config.connectionsInCrowd()),
            config.connectionsPerClient());
    int most = config.polls();
    Lane polls = lane(new Lane.Sizes(most, most, most), config.pollsPerClient());
    Circuit circuit =
        new Circuit(config.circuitFailures(), config.circuitPause(), System::nanoTime);
    Gauge.builder("proxy.under.way", requests, Lane::taken)
        .tags("service", service.name(), "lane", "requests")
        .register(meters);
    Gauge.builder("proxy.under.way", polls, Lane::taken)
        .tags("service", service.name(), "lane", "polls")
        .register(meters);
    Gauge.builder("proxy.circuit.open", circuit, it -> it.isOpen() ? 1 : 0)
        .tag("service", service.name())
        .register(meters);
    // From the start on, so that the first one is seen as a change and not as a beginning.
    Set.of("client", "polls", "requests", "circuit").forEach(why -> shed(service, why));
    return new Way(service, requests, polls, circuit);
  }

  private Lane lane(Lane.Sizes sizes, int mostPerClient) {
    HttpClient connections =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setMaxPoolSize(sizes.most())
                .setConnectTimeout((int) config.connectTimeout().toMillis())
                .setKeepAliveTimeout(30)
                .setMaxHeaderSize(32 * 1024)
                .setDecompressionSupported(false));
    return new Lane(connections, sizes, new Shares(mostPerClient));
  }

  void mount(@Observes Filters filters) {
    filters.register(this::route, PRIORITY);
  }

  private void route(RoutingContext routing) {
    HttpServerRequest request = routing.request();
    String path = Paths.of(request.uri());
    for (Way way : ways) {
      if (way.service().owns(path)) {
        if (way.service().isDocument(path) && request.method() == HttpMethod.GET) {
          document(routing, way);
        } else if (!way.service().serves(path)) {
          tokens.verified(routing, caller -> Problem.answer(routing, Refusal.of(Kind.NOT_FOUND)));
        } else if (Service.isPoll(request.method(), request.uri())) {
          tokens.verified(routing, caller -> poll(routing, way, Client.of(caller)));
        } else {
          tokens.verified(routing, caller -> request(routing, way, Client.of(caller)));
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
      pass(routing, way, way.requests());
    }
  }

  private void poll(RoutingContext routing, Way way, Client client) {
    Lane lane = way.polls();
    int most = lane.shares().most();
    pass(routing, way, lane, client, Refusal.unavailable(A_POLL, "polls.many", most));
  }

  private void request(RoutingContext routing, Way way, Client client) {
    Lane lane = way.requests();
    int most = lane.shares().most();
    pass(routing, way, lane, client, Refusal.unavailable("requests.many", most));
  }

  private void pass(RoutingContext routing, Way way, Lane lane, Client client, Refusal tooMany) {
    if (routing.response().closed()) {
      return; // the caller left while the token was verified, and nobody would give a place back
    }
    if (!lane.shares().enter(client)) {
      refuse(routing, way, "client", tooMany);
      return;
    }
    routing.addEndHandler(ended -> lane.shares().leave(client));
    pass(routing, way, lane);
  }

  private void refuse(RoutingContext routing, Way way, String why, Refusal refusal) {
    shed(way.service(), why).increment();
    Problem.answer(routing, refusal);
  }

  private void pass(RoutingContext routing, Way way, Lane lane) {
    HttpServerRequest request = routing.request();
    long most = most(request.getHeader(HttpHeaders.CONTENT_TYPE));
    if (announced(request) > most) {
      Problem.answer(routing, Refusal.of(Kind.TOO_LARGE));
      return;
    }
    if (!lane.enter(silence.endsOn(request), System.nanoTime())) {
      refuse(routing, way, lane == way.polls() ? "polls" : "requests", Refusal.overloaded());
      silence.afterAnother(request);
      return;
    }
    silence.none(request);
    routing.addEndHandler(ended -> lane.leave());
    if (!way.circuit().lets()) {
      refuse(
          routing,
          way,
          "circuit",
          Refusal.unavailable(
              config.circuitPause(), "unavailable.neighbour", way.service().name()));
      return;
    }
    if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
      request.response().writeContinue();
    }
    new Exchange(vertx, routing, way.service(), way.circuit(), config, most)
        .run(lane.connections());
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
