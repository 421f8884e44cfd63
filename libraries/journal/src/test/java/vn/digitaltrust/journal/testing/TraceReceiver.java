package vn.digitaltrust.journal.testing;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A collector of traces, OTLP over HTTP, in the place of a real one. What it gets is kept as the
 * bytes that came, so that a test sees all that would have left the process.
 */
public final class TraceReceiver implements QuarkusTestResourceLifecycleManager {
  private static final long REASON_NANOS = 20_000_000_000L;

  private final Queue<String> received = new ConcurrentLinkedQueue<>();
  private HttpServer server;

  /** Marks a field of a test that gets the running collector. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.FIELD)
  public @interface Given {}

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/v1/traces",
        exchange -> {
          try (exchange) {
            received.add(
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
            exchange.sendResponseHeaders(200, -1);
          }
        });
    server.start();
    return Map.of(
        "otel.exporter.otlp.endpoint", "http://localhost:" + server.getAddress().getPort(),
        "otel.exporter.otlp.protocol", "http/protobuf",
        "quarkus.otel.bsp.schedule.delay", "20ms");
  }

  @Override
  public void stop() {
    server.stop(0);
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(
        this, new TestInjector.AnnotatedAndMatchesType(Given.class, TraceReceiver.class));
  }

  /** The batch that holds a span with this text, as soon as it has come; a byte is a character. */
  public String told(String text) {
    long end = System.nanoTime() + REASON_NANOS;
    while (System.nanoTime() < end) {
      Optional<String> batch = received.stream().filter(it -> it.contains(text)).findFirst();
      if (batch.isPresent()) {
        return batch.get();
      }
      Thread.onSpinWait();
    }
    throw new AssertionError("no span with \"" + text + "\" came: " + received);
  }

  /** An id as it stands in what was told. */
  public static String bytes(String hexadecimal) {
    return new String(HexFormat.of().parseHex(hexadecimal), StandardCharsets.ISO_8859_1);
  }
}
