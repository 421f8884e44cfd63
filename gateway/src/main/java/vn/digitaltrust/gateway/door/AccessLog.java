package vn.digitaltrust.gateway.door;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.Logger;
import vn.digitaltrust.door.RequestIds;

/**
 * GATE-11: one line per request, with its id and its client and nothing about people: no token, no
 * query, no address, and a path in which ids and numbers are veiled.
 *
 * <p>The lines do not go through the log's own handlers: at tens of thousands a second those took a
 * fifth of the gateway's processor time. They share its output and its switch, the level of the
 * category {@code access}.
 */
@ApplicationScoped
public class AccessLog {
  /** Under this key of an exchange stands the client that its token was made for. */
  public static final String CLIENT = "vn.digitaltrust.client";

  private static final int LEFT = 499;

  /** How long a line may wait, which is also what a crash can lose. */
  private static final Duration MOMENT = Duration.ofMillis(100);

  private static final int MOST_CHARACTERS = 8 << 20;
  private static final int USUAL_LINE = 256;

  private static final Logger LOG = Logger.getLogger("access");
  private static final JsonStringEncoder ENCODER = JsonStringEncoder.getInstance();

  private final LineWriter lines = new LineWriter(() -> System.out, MOST_CHARACTERS);
  private final ScheduledExecutorService writing =
      Executors.newSingleThreadScheduledExecutor(AccessLog::thread);
  private final Clock clock;
  private volatile Stamp stamp = new Stamp(Long.MIN_VALUE, "");

  private record Stamp(long millis, String text) {}

  AccessLog(Clock clock, MeterRegistry meters) {
    this.clock = clock;
    FunctionCounter.builder("access.log.dropped", lines, LineWriter::dropped).register(meters);
  }

  void mount(@Observes Filters filters) {
    FilterOrder.ACCESS_LOG.register(filters, this::route);
    writing.scheduleWithFixedDelay(
        lines::write, MOMENT.toMillis(), MOMENT.toMillis(), TimeUnit.MILLISECONDS);
  }

  @PreDestroy
  void writeTheLast() throws InterruptedException {
    writing.shutdown();
    writing.awaitTermination(1, TimeUnit.SECONDS);
    lines.write();
  }

  /** One that does not keep a gateway alive that could not start. */
  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "access-log");
    thread.setDaemon(true);
    return thread;
  }

  private void route(RoutingContext exchange) {
    if (LOG.isLoggable(Level.INFO)) {
      long begun = System.nanoTime();
      exchange.addEndHandler(
          ended ->
              lines.add(line(exchange, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun))));
    }
    exchange.next();
  }

  /** The status that a caller saw; 499 for one who left before the answer ended. */
  static int status(HttpServerResponse response) {
    return response.ended() ? response.getStatusCode() : LEFT;
  }

  private CharSequence line(RoutingContext exchange, long millis) {
    HttpServerRequest request = exchange.request();
    HttpServerResponse response = exchange.response();
    String id = response.headers().get(RequestIds.HEADER);
    StringBuilder line = new StringBuilder(USUAL_LINE).append("{\"loggerName\":\"access\"");
    field(line, "timestamp", now());
    field(line, "requestId", Objects.requireNonNullElse(id, "-"));
    field(line, "client", exchange.get(CLIENT, "-"));
    field(line, "method", request.method().name());
    field(line, "path", Paths.veiled(request.uri()));
    return line.append(",\"status\":")
        .append(status(response))
        .append(",\"millis\":")
        .append(millis)
        .append(",\"bytes\":")
        .append(response.bytesWritten())
        .append('}');
  }

  /** The time in milliseconds; written out once for all lines of one. */
  private String now() {
    Stamp last = stamp;
    long millis = clock.millis();
    if (last.millis() != millis) {
      last = new Stamp(millis, Instant.ofEpochMilli(millis).toString());
      stamp = last;
    }
    return last.text();
  }

  private static void field(StringBuilder line, String name, String value) {
    line.append(",\"").append(name).append("\":\"");
    ENCODER.quoteAsString(value, line);
    line.append('"');
  }
}
