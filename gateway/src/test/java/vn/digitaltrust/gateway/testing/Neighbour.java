package vn.digitaltrust.gateway.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One service as the gateway meets it: journal, snapshot, and under {@code echo} a mirror of what
 * was passed on. It can be stopped and started at its port.
 */
final class Neighbour {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** So short that a quiet journal is never stale in these tests. */
  private static final long LONGEST_WAIT_MILLIS = 200;

  final TestJournal journal;
  final int port;

  private final String name;
  private final AtomicInteger echoes = new AtomicInteger();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "neighbour");
            thread.setDaemon(true);
            return thread;
          });
  private HttpServer server;

  Neighbour(String name) {
    this.name = name;
    this.journal = new TestJournal(name);
    this.port = listen(0);
  }

  String origin() {
    return "http://127.0.0.1:" + port;
  }

  /** How many requests were mirrored. */
  int echoes() {
    return echoes.get();
  }

  synchronized void start() {
    if (server == null) {
      listen(port);
    }
  }

  synchronized void stop() {
    if (server != null) {
      server.stop(0);
      server = null;
    }
  }

  void close() {
    closing.countDown();
    stop();
    threads.shutdownNow();
  }

  private int listen(int at) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), at), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    server.setExecutor(threads);
    server.createContext("/" + name + "/v1/snapshot", this::snapshot);
    server.createContext("/" + name + "/v1/journal", this::journal);
    server.createContext("/" + name + "/v1/echo", this::echo);
    server.createContext("/" + name + "/v1/slow", this::silence);
    server.start();
    return server.getAddress().getPort();
  }

  private void snapshot(HttpExchange exchange) throws IOException {
    answer(exchange, 200, "application/x-ndjson", journal.snapshot());
  }

  private void journal(HttpExchange exchange) throws IOException {
    String query = exchange.getRequestURI().getQuery();
    int after = Integer.parseInt(query.replaceAll(".*after=(\\d+).*", "$1"));
    String hash = query.replaceAll(".*hash=([0-9a-f]+).*", "$1");
    try {
      String page = journal.page(after, hash, LONGEST_WAIT_MILLIS);
      answer(exchange, page == null ? 409 : 200, "application/x-ndjson", page == null ? "" : page);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      exchange.close();
    }
  }

  private void echo(HttpExchange exchange) throws IOException {
    echoes.incrementAndGet();
    ObjectNode mirror = MAPPER.createObjectNode();
    mirror.put("method", exchange.getRequestMethod());
    mirror.put("uri", exchange.getRequestURI().toString());
    ObjectNode headers = mirror.putObject("headers");
    exchange
        .getRequestHeaders()
        .forEach(
            (header, values) ->
                headers.put(header.toLowerCase(Locale.ROOT), String.join(",", values)));
    mirror.put(
        "body", new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    exchange.getResponseHeaders().add("ETag", "\"7\"");
    exchange.getResponseHeaders().add("Location", origin() + "/" + name + "/v1/echo/1");
    exchange.getResponseHeaders().add("X-Request-Id", "made-by-the-service");
    answer(exchange, 201, "application/json", mirror.toString());
  }

  /** Takes the request and says nothing until the run is over. */
  private void silence(HttpExchange exchange) {
    try {
      closing.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      exchange.close();
    }
  }

  static void answer(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
