package vn.digitaltrust.deploy.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.digitaltrust.deploy.keycloak.Tokens;
import vn.digitaltrust.deploy.suite.Failure;
import vn.digitaltrust.deploy.suite.Secrets;
import vn.digitaltrust.deploy.suite.Settings;

/** What the loader makes of each answer that the registry can give. */
class SampleLoaderTest {
  private static final int SEED = 7;

  @TempDir Path temporary;
  private HttpServer server;
  private HttpServer issuer;
  private SampleLoader loader;

  /** What the registry has under each key, line by line, and what it answers when it is asked. */
  private final Set<String> done = new HashSet<>();

  private final List<String> keys = new ArrayList<>();
  private String statusOfNewLines = "CREATED";
  private int linesLost;
  private String holder = "";

  @BeforeEach
  void answer() throws IOException {
    issuer = server("/", exchange -> send(exchange, "{\"access_token\":\"t\",\"expires_in\":300}"));
    server = server("/registry/v1/imports", this::imports);
    server.createContext(
        "/registry/v1/accounts",
        exchange ->
            send(
                exchange,
                holder.isEmpty()
                    ? "{\"items\":[]}"
                    : "{\"items\":[{\"subject\":\"old\",\"endsAt\":\"2026-01-01T00:00:00Z\"},{\"subject\":\"now\",\"endsAt\":null}]}"));
    server.createContext(
        "/registry/v1/kols/now",
        exchange -> send(exchange, "{\"displayName\":\"%s\"}".formatted(holder)));
    Settings settings =
        Settings.from(
            Map.of(
                "DT_HOME", temporary.toString(),
                "GATEWAY_PORT", Integer.toString(server.getAddress().getPort()),
                "KEYCLOAK_PORT", Integer.toString(issuer.getAddress().getPort())));
    Secrets secrets = new Secrets(temporary.resolve("secrets.properties"));
    loader = new SampleLoader(settings, new Tokens(settings, secrets, Clock.systemUTC()), SEED);
  }

  @AfterEach
  void stop() {
    server.stop(0);
    issuer.stop(0);
  }

  private static HttpServer server(String path, HttpHandler handler) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(path, handler);
    server.start();
    return server;
  }

  private static void send(HttpExchange exchange, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private void imports(HttpExchange exchange) throws IOException {
    String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
    keys.add(key);
    List<String> lines =
        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .toList();
    StringBuilder results = new StringBuilder();
    for (int i = 0; i < lines.size() - linesLost; i++) {
      boolean repeated = done.contains(key + i + lines.get(i));
      if (statusOfNewLines.equals("CREATED")) {
        done.add(key + i + lines.get(i));
      }
      results.append(
          "{\"line\":%d,\"status\":\"%s\"}%n"
              .formatted(i + 1, repeated ? "REPEATED" : statusOfNewLines));
    }
    send(exchange, results.toString());
  }

  private SampleLoader.Loaded load(long count) {
    return loader.load(count, done -> {});
  }

  @Test
  void everybody_is_made_once_and_found_again() {
    assertEquals(new SampleLoader.Loaded(750, 0), load(750));
    assertEquals(new SampleLoader.Loaded(0, 750), load(750));
  }

  @Test
  void more_people_continue_where_fewer_ended_because_a_key_does_not_depend_on_their_number() {
    load(750);

    assertEquals(new SampleLoader.Loaded(450, 750), load(1_200));
    assertEquals(Set.of("sample-7-1", "sample-7-501", "sample-7-1001"), Set.copyOf(keys));
    assertEquals(new SampleLoader.Loaded(0, 10), load(10));
  }

  @Test
  void people_that_are_refused_are_a_failure_with_their_numbers() {
    statusOfNewLines = "REFUSED";

    Failure failure = assertThrows(Failure.class, () -> load(20));

    assertTrue(failure.getMessage().startsWith("20 of 20"), failure.getMessage());
    assertTrue(failure.getMessage().contains("KOL 1: "), failure.getMessage());
  }

  @Test
  void an_outcome_that_nobody_knows_is_no_success() {
    statusOfNewLines = "POSTPONED";

    assertThrows(Failure.class, () -> load(1));
  }

  @Test
  void somebody_loaded_before_the_registry_forgot_the_key_is_there() {
    statusOfNewLines = "REFUSED";
    holder = new SampleKols(SEED).number(1).stageName();

    assertEquals(new SampleLoader.Loaded(0, 1), load(1));
  }

  @Test
  void an_account_that_another_person_holds_is_a_failure() {
    statusOfNewLines = "REFUSED";
    holder = new SampleKols(SEED).number(2).stageName();

    assertThrows(Failure.class, () -> load(1));
  }

  @Test
  void an_answer_that_breaks_off_is_a_failure() {
    linesLost = 1;

    Failure failure = assertThrows(Failure.class, () -> load(20));

    assertTrue(failure.getMessage().contains("19 of 20"), failure.getMessage());
  }
}
