package vn.digitaltrust.gateway.door;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.Logger;

/**
 * DOOR-11: one line per request, with its id and its client and nothing about people: no token, no
 * query, no address, and a path in which ids and numbers are veiled. Fields of their own in the
 * JSON log.
 */
@ApplicationScoped
public class AccessLog {
  /** Under this key of an exchange stands the client that its token was made for. */
  public static final String CLIENT = "vn.digitaltrust.client";

  /** Around everything else, so that the time is that of the whole exchange. */
  private static final int PRIORITY = 1_200;

  private static final int LEFT = 499;

  private static final Logger LOG = Logger.getLogger("access");

  void mount(@Observes Filters filters) {
    filters.register(AccessLog::route, PRIORITY);
  }

  private static void route(RoutingContext exchange) {
    if (LOG.isLoggable(Level.INFO) && !exchange.request().uri().startsWith("/q/")) {
      long begun = System.nanoTime();
      exchange.addEndHandler(
          ended -> write(exchange, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun)));
    }
    exchange.next();
  }

  /** The status that a caller saw; 499 for one who left before the answer ended. */
  static int status(HttpServerResponse response) {
    return response.ended() ? response.getStatusCode() : LEFT;
  }

  private static void write(RoutingContext exchange, long millis) {
    HttpServerRequest request = exchange.request();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("requestId", exchange.response().headers().get(RequestIds.HEADER));
    fields.put("client", exchange.get(CLIENT, "-"));
    fields.put("method", request.method().name());
    fields.put("path", Paths.veiled(request.uri()));
    fields.put("status", status(exchange.response()));
    fields.put("millis", millis);
    fields.put("bytes", exchange.response().bytesWritten());
    ExtLogRecord line =
        new ExtLogRecord(
            Level.INFO,
            "%s %s %s %s %d ms",
            ExtLogRecord.FormatStyle.PRINTF,
            AccessLog.class.getName());
    line.setLoggerName(LOG.getName());
    line.setParameters(
        new Object[] {
          fields.get("client"),
          fields.get("method"),
          fields.get("path"),
          fields.get("status"),
          millis
        });
    // Its own and of no other line, so they need not go by way of the exchange.
    fields.forEach((name, value) -> line.putMdc(name, String.valueOf(value)));
    LOG.logRaw(line);
  }
}
