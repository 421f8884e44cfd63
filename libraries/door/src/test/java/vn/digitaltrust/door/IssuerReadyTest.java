package vn.digitaltrust.door;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.journal.testing.NoTls;

/** DOOR-9, with an issuer that is really there, gone, silent or another. */
class IssuerReadyTest {
  private static final Duration WITHIN_REASON = Duration.ofSeconds(20);

  private final Vertx vertx = Vertx.vertx();
  private HttpServer server;

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private String serving(Handler<HttpServerRequest> handler) {
    server =
        vertx
            .createHttpServer()
            .requestHandler(handler)
            .listen(0)
            .toCompletionStage()
            .toCompletableFuture()
            .join();
    return "http://localhost:" + server.actualPort();
  }

  private void issue(HttpServerRequest request) {
    request
        .response()
        .end(
            request.path().equals("/keys")
                ? "{\"keys\":[{\"kty\":\"RSA\"}]}"
                : "{\"jwks_uri\":\"http://localhost:" + server.actualPort() + "/keys\"}");
  }

  private Status asked(IssuerReady check) {
    return check.call().await().atMost(WITHIN_REASON).getStatus();
  }

  private IssuerReady check(String issuer) {
    return new IssuerReady(vertx, new NoTls(), Optional.empty(), Optional.ofNullable(issuer));
  }

  @Test
  @DisplayName(
      "DOOR-9 up while the issuer gives out keys, down when it is gone, up when it is back")
  void gone() {
    IssuerReady check = check(serving(this::issue));
    assertEquals(Status.UP, asked(check));
    int port = server.actualPort();
    server.close().toCompletionStage().toCompletableFuture().join();
    assertEquals(Status.DOWN, asked(check));
    server = vertx.createHttpServer().requestHandler(this::issue);
    server.listen(port).toCompletionStage().toCompletableFuture().join();
    assertEquals(Status.UP, asked(check));
  }

  @Test
  @DisplayName("DOOR-9 an issuer that takes the question and says nothing is soon given up")
  void silent() {
    assertEquals(Status.DOWN, asked(check(serving(request -> request.handler(chunk -> {})))));
  }

  @Test
  @DisplayName("DOOR-9 what answers without keys is no issuer")
  void another() {
    assertEquals(
        Status.DOWN, asked(check(serving(request -> request.response().end("<html></html>")))));
    assertEquals(
        Status.DOWN, asked(check(serving(request -> request.response().setStatusCode(500).end()))));
  }

  @Test
  @DisplayName("DOOR-9 where the key stands in the settings there is nobody to ask")
  void none() {
    assertEquals(Status.UP, asked(check(null)));
  }
}
