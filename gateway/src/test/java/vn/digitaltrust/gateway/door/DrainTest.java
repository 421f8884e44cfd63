package vn.digitaltrust.gateway.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DrainTest {
  private static final long PATIENCE_SECONDS = 30;

  private final Vertx vertx = Vertx.vertx();

  /** Which methods of the request were called, and whether always by the event loop. */
  private final Map<String, Boolean> onLoop = new ConcurrentHashMap<>();

  private final CompletableFuture<Boolean> askedOnLoop = new CompletableFuture<>();
  private final CompletableFuture<Void> taken = new CompletableFuture<>();

  @AfterEach
  void stop() {
    vertx.close();
  }

  /** The request, which notes who looks at it, and when somebody waits for its end. */
  private HttpServerRequest watched(HttpServerRequest request) {
    return (HttpServerRequest)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {HttpServerRequest.class},
            (proxy, method, arguments) -> {
              onLoop.merge(method.getName(), Context.isOnEventLoopThread(), Boolean::logicalAnd);
              Object result = method.invoke(request, arguments);
              if (method.getName().equals("handler")) {
                taken.complete(null);
              }
              return result;
            });
  }

  private HttpServer listening() throws Exception {
    return vertx
        .createHttpServer()
        .requestHandler(
            request -> {
              request.pause();
              vertx.executeBlocking(
                  () -> {
                    askedOnLoop.complete(Context.isOnEventLoopThread());
                    Drain.rest(watched(request));
                    return null;
                  });
            })
        .listen(0, "localhost")
        .toCompletionStage()
        .toCompletableFuture()
        .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private static void send(Socket caller, String text) throws IOException {
    OutputStream out = caller.getOutputStream();
    out.write(text.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  @Test
  @DisplayName("GATE-7 the rest of a body is taken in by the event loop, whoever asks for it")
  void onTheLoop() throws Exception {
    HttpServer server = listening();
    try (Socket caller = new Socket(InetAddress.getByName("localhost"), server.actualPort())) {
      send(caller, "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\nab");
      taken.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      assertFalse(askedOnLoop.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
      assertTrue(onLoop.keySet().containsAll(Set.of("isEnded", "endHandler", "handler")));
      assertEquals(Set.of(true), Set.copyOf(onLoop.values()), onLoop::toString);
    }
  }
}
