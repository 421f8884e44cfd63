package vn.digitaltrust.gateway.door;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.digitaltrust.door.RequestIds;

/**
 * GATE-12: one span per request where a collector is configured, and nothing at all where none is.
 * It is made here and not by the framework, so that it holds what is named below and nothing else,
 * and so that no trace is continued that somebody outside began.
 */
@ApplicationScoped
public class Traces {
  private static final String SPAN = Traces.class.getName();

  private final Tracer tracer;
  private final boolean off;

  Traces(OpenTelemetry telemetry, @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean off) {
    this.tracer = telemetry.getTracer("vn.digitaltrust.gateway");
    this.off = off;
  }

  void mount(@Observes Filters filters) {
    if (!off) {
      FilterOrder.TRACES.register(filters, this::route);
    }
  }

  /** Names the span of this exchange to the service that goes on with it. */
  public static void passOn(RoutingContext exchange, MultiMap headers) {
    Span span = exchange.get(SPAN);
    if (span != null) {
      W3CTraceContextPropagator.getInstance()
          .inject(Context.root().with(span), headers, MultiMap::set);
    }
  }

  private void route(RoutingContext exchange) {
    HttpServerRequest request = exchange.request();
    String method = request.method().name();
    String way = Paths.veiled(request.uri());
    Span span =
        tracer
            .spanBuilder(method + ' ' + way)
            .setNoParent()
            .setSpanKind(SpanKind.SERVER)
            .setAttribute("http.request.method", method)
            .setAttribute("http.route", way)
            .startSpan();
    exchange.put(SPAN, span);
    exchange.addEndHandler(ended -> end(exchange, span));
    exchange.next();
  }

  private static void end(RoutingContext exchange, Span span) {
    HttpServerResponse response = exchange.response();
    span.setAttribute("request.id", response.headers().get(RequestIds.HEADER));
    span.setAttribute("client", exchange.get(AccessLog.CLIENT, "-"));
    span.setAttribute("http.response.status_code", AccessLog.status(response));
    if (response.getStatusCode() >= 500) {
      span.setStatus(StatusCode.ERROR);
    }
    span.end();
  }
}
