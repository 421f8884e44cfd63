package vn.digitaltrust.deploy.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.digitaltrust.deploy.http.Http;
import vn.digitaltrust.deploy.suite.Part;

/** With a collector, one trace leads from the gateway to the service that answers. */
@ExtendWith(RunningSuite.Extension.class)
class TracesIT {
  private static final long PATIENCE_NANOS = 30_000_000_000L;

  /**
   * How a span begins in protobuf (OTLP, trace.proto): its trace (field 1, 16 bytes), itself (2, 8
   * bytes), and where it is not the first, its parent (4, 8 bytes).
   */
  private static final Pattern SPAN =
      Pattern.compile("\n\u0010(.{16})\u0012\b(.{8})(?:\"\b(.{8}))?", Pattern.DOTALL);

  private record Span(String trace, String id, String parent) {
    private boolean isOf(Span other) {
      return trace.equals(other.trace) && other.id.equals(parent);
    }
  }

  private final RunningSuite suite;
  private final Queue<String> told = new ConcurrentLinkedQueue<>();
  private HttpServer collector;
  private List<Process> traced = List.of();
  private int gateway;

  TracesIT(RunningSuite suite) {
    this.suite = suite;
  }

  @BeforeEach
  void start() throws IOException {
    collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    collector.createContext(
        "/v1/traces",
        exchange -> {
          try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            told.add(new String(body, StandardCharsets.ISO_8859_1));
            exchange.sendResponseHeaders(200, -1);
          }
        });
    collector.start();
    Map<String, String> ports = FreePorts.forAllParts();
    gateway = Integer.parseInt(ports.get(Part.GATEWAY.portVariable()));
    int registry = Integer.parseInt(ports.get(Part.REGISTRY.portVariable()));
    Map<String, String> settings =
        Map.of(
            "OTEL_EXPORTER_OTLP_ENDPOINT",
            "http://localhost:" + collector.getAddress().getPort(),
            "OTEL_EXPORTER_OTLP_PROTOCOL",
            "http/protobuf",
            "QUARKUS_OTEL_BSP_SCHEDULE_DELAY",
            "50ms");
    Map<String, String> settingsOfGateway = new HashMap<>(settings);
    settingsOfGateway.put("REGISTRY_URL", "http://localhost:" + registry);
    traced =
        Stream.of(
                CompletableFuture.supplyAsync(
                    () ->
                        suite.suite().beside(Part.REGISTRY, "traced-registry", registry, settings)),
                CompletableFuture.supplyAsync(
                    () ->
                        suite
                            .suite()
                            .beside(Part.GATEWAY, "traced-gateway", gateway, settingsOfGateway)))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
  }

  @AfterEach
  void stop() {
    traced.forEach(Process::destroy);
    traced.forEach(process -> process.onExit().join());
    collector.stop(0);
  }

  @Test
  void what_the_service_does_is_part_of_what_the_gateway_was_asked() {
    Http.Answer answer =
        Http.get(URI.create("http://localhost:%d/registry/v1/kols?limit=1".formatted(gateway)))
            .bearer(suite.tokens().of("registrar-mai"))
            .send();
    assertEquals(200, answer.status(), answer.body());
    String request = answer.header("x-request-id").orElseThrow();
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!isOneTrace(request)) {
      assertTrue(System.nanoTime() < end, "no trace leads from one process to the other: " + told);
      Thread.onSpinWait();
    }
  }

  /**
   * Whether what one process told about this request has a span whose parent stands in what another
   * told.
   */
  private boolean isOneTrace(String request) {
    List<List<Span>> batches =
        told.stream().filter(batch -> batch.contains(request)).map(TracesIT::spans).toList();
    return batches.stream()
        .flatMap(List::stream)
        .anyMatch(
            child ->
                batches.stream()
                    .filter(batch -> !batch.contains(child))
                    .flatMap(List::stream)
                    .anyMatch(child::isOf));
  }

  private static List<Span> spans(String batch) {
    return SPAN.matcher(batch)
        .results()
        .map(it -> new Span(it.group(1), it.group(2), it.group(3)))
        .toList();
  }
}
