package vn.digitaltrust.gateway.trust;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
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
import vn.digitaltrust.gateway.limits.Gate;

/**
 * Takes batches of lines before the resource would: a resource method reads its request whole
 * before it answers, and this one answers while it reads.
 */
@ApplicationScoped
class BatchRoute {
  private final Tokens tokens;
  private final Checks checks;
  private final Gate gate;
  private final Batch batch;
  private final ObjectMapper mapper;
  private final Places places;

  BatchRoute(
      Tokens tokens,
      Checks checks,
      Gate gate,
      Batch batch,
      ObjectMapper mapper,
      @ConfigProperty(name = "trust.lines-at-once") int most,
      @ConfigProperty(name = "trust.lines-per-client") int mostPerClient) {
    this.places = new Places("trust.lines-at-once and trust.lines-per-client", most, mostPerClient);
    this.tokens = tokens;
    this.checks = checks;
    this.gate = gate;
    this.batch = batch;
    this.mapper = mapper;
  }

  /** GW-19: the places of batches of lines. */
  Places places() {
    return places;
  }

  void mount(@Observes Filters filters) {
    FilterOrder.BATCHES_OF_LINES.register(filters, this::route);
  }

  private void route(RoutingContext exchange) {
    String type = exchange.request().getHeader(HttpHeaders.CONTENT_TYPE);
    if (exchange.request().method() == HttpMethod.POST
        && Paths.of(exchange.request().uri()).equals("/trust/v1/checks")
        && type != null
        && type.startsWith(TrustResource.NDJSON)) {
      tokens.verified(exchange, caller -> answer(exchange, caller));
    } else {
      exchange.next();
    }
  }

  private void answer(RoutingContext exchange, SecurityIdentity caller) {
    if (exchange.response().closed()) {
      return; // the caller left while the token was verified, and nobody would give a place back
    }
    try {
      Checkers.require(caller);
      Queries.requireOnly(Queries.BATCH, exchange.queryParams());
      checks.requireLoaded();
      String length = exchange.request().getHeader(HttpHeaders.CONTENT_LENGTH);
      if (length != null && Long.parseLong(length) > Batch.MOST_BYTES) {
        throw Refusal.because(Kind.TOO_LARGE, "too-large.body", Words.size(Batch.MOST_BYTES));
      }
      Client client = Client.of(exchange);
      if (places.enter(client) != Places.Entry.GRANTED) {
        Problem.turnAway(exchange, Refusal.overloaded());
        return;
      }
      exchange.addEndHandler(ended -> places.leave(client));
      new BatchLines(batch, gate, mapper, exchange).run();
    } catch (Refusal refusal) {
      Problem.answer(exchange, refusal);
    }
  }
}
