package vn.digitaltrust.gateway.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.digitaltrust.journal.testing.Tokens;

/**
 * The three services and the issuer. Tests steer them over HTTP at {@code neighbours.control},
 * because they may live in another class loader than the tests.
 */
public final class Neighbours implements QuarkusTestResourceLifecycleManager {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Map<String, Neighbour> services = new TreeMap<>();
  private HttpServer control;

  @Override
  public Map<String, String> start() {
    for (String name : List.of("registry", "sanctions", "alliance")) {
      services.put(name, new Neighbour(name));
    }
    try {
      control = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    control.createContext("/token", Neighbours::token);
    control.createContext("/", this::steer);
    control.start();
    String origin = "http://127.0.0.1:" + control.getAddress().getPort();
    Map<String, String> config = new HashMap<>();
    services.forEach((name, service) -> config.put(name + ".url", service.origin()));
    config.put("neighbours.control", origin);
    config.put("quarkus.oidc.public-key", Tokens.publicKey());
    config.put("quarkus.oidc-client.auth-server-url", origin);
    config.put("quarkus.oidc-client.token-path", "/token");
    config.put("quarkus.oidc-client.credentials.secret", "known to this run only");
    config.put("quarkus.http.test-port", "0");
    config.put("proxy.timeout", "1s");
    config.put("trust.stale-after", "3s");
    return config;
  }

  private static void token(HttpExchange exchange) throws IOException {
    Neighbour.answer(
        exchange,
        200,
        "application/json",
        MAPPER
            .createObjectNode()
            .put("access_token", Tokens.as("service"))
            .put("token_type", "Bearer")
            .put("expires_in", 300)
            .toString());
  }

  /** {@code POST /{service}/entries|rewind|stop|start}, {@code GET /{service}/echoes}. */
  private void steer(HttpExchange exchange) throws IOException {
    String[] path = exchange.getRequestURI().getPath().split("/");
    Neighbour service = services.get(path[1]);
    String answer = "";
    switch (path[2]) {
      case "entries" -> service.journal.append(MAPPER.readTree(exchange.getRequestBody()));
      case "rewind" -> service.journal.rewind();
      case "stop" -> service.stop();
      case "start" -> service.start();
      case "echoes" -> answer = Integer.toString(service.echoes());
      default -> throw new IllegalArgumentException(path[2]);
    }
    Neighbour.answer(exchange, 200, "text/plain", answer);
  }

  @Override
  public void stop() {
    services.values().forEach(Neighbour::close);
    if (control != null) {
      control.stop(0);
    }
  }
}
