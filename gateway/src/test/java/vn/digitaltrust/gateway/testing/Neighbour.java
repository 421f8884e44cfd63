package vn.digitaltrust.gateway.testing;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import vn.digitaltrust.journal.testing.Feed;

/** A real HTTP server in the place of one service: its journal, and paths that misbehave. */
public final class Neighbour {
  private static final int CHUNK = 64 * 1024;
  private static final byte[] CODED = {0x1f, (byte) 0x8b, 'c', 'o', 'd', 'e', 'd'};

  private final Vertx vertx;
  private final String name;
  private final Feed feed;
  private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
  private final Queue<HttpServerResponse> held = new ConcurrentLinkedQueue<>();
  private final Queue<String> received = new ConcurrentLinkedQueue<>();
  private final AtomicLong bytesReceived = new AtomicLong();
  private final AtomicLong bytesSent = new AtomicLong();
  private final AtomicInteger resets = new AtomicInteger();
  private final AtomicInteger snapshots = new AtomicInteger();
  private HttpServer server;
  private int port;
  private volatile boolean snapshotsHeld;
  private volatile Runnable heldSnapshot;

  Neighbour(Vertx vertx, String name) {
    this.vertx = vertx;
    this.name = name;
    this.feed = new Feed(name);
    feed.onAppend(this::wake);
  }

  /** Its journal. */
  public Feed feed() {
    return feed;
  }

  /** Request lines of all that was passed on to it, its journal's own readers left out. */
  public List<String> received() {
    return List.copyOf(received);
  }

  /** Body bytes that arrived at {@code /upload} so far. */
  public long bytesReceived() {
    return bytesReceived.get();
  }

  /** Body bytes that left from {@code /download} so far. */
  public long bytesSent() {
    return bytesSent.get();
  }

  /** Exchanges that the gateway tore down. */
  public int resets() {
    return resets.get();
  }

  /** How often a snapshot was asked for. */
  public int snapshots() {
    return snapshots.get();
  }

  /** From now on a snapshot stops in its middle until {@link #releaseSnapshot}. */
  public void holdSnapshots() {
    snapshotsHeld = true;
  }

  /** Whether a snapshot stands still in its middle. */
  public boolean snapshotHeld() {
    return heldSnapshot != null;
  }

  /** Lets snapshots go on. */
  public void releaseSnapshot() {
    snapshotsHeld = false;
    heldSnapshot.run();
    heldSnapshot = null;
  }

  /** How many requests stand at {@code /held}, or wait for the news of its journal. */
  public int held() {
    return held.size();
  }

  /** Answers those that are held. */
  public void releaseHeld() {
    for (HttpServerResponse each = held.poll(); each != null; each = held.poll()) {
      HttpServerResponse response = each;
      vertx.runOnContext(now -> response.end("released"));
    }
  }

  /** Forgets what it counted. */
  public void reset() {
    received.clear();
    bytesReceived.set(0);
    bytesSent.set(0);
    resets.set(0);
  }

  /** Where it listens. */
  public int port() {
    return port;
  }

  /** Starts to listen, on the same port as before if there was one. */
  public void start() {
    server = vertx.createHttpServer().requestHandler(this::handle);
    port = server.listen(port).toCompletionStage().toCompletableFuture().join().actualPort();
  }

  /** Ends all connections and stops to listen. */
  public void stop() {
    server.close().toCompletionStage().toCompletableFuture().join();
  }

  /** What is answered to who asks for {@code coded}: bytes that no one here need understand. */
  public static byte[] coded() {
    return CODED.clone();
  }

  private void handle(HttpServerRequest request) {
    String path = request.path();
    String base = "/" + name + "/v1/";
    if (path.equals(base + "journal") && isFollower(request)) {
      journal(request);
      return;
    }
    if (path.equals(base + "snapshot") && isFollower(request)) {
      snapshot(request.response());
      return;
    }
    received.add(request.method() + " " + request.uri());
    HttpServerResponse response = request.response();
    response.exceptionHandler(torn -> resets.incrementAndGet());
    switch (path.startsWith(base) ? path.substring(base.length()) : path) {
      case "silent" -> request.handler(ignored -> {});
      case "journal" -> {
        if ("held".equals(request.getParam("after"))) {
          held.add(response);
        } else {
          vertx.setTimer(
              500, late -> response.putHeader("X-Polled", "yes").end("{\"entries\":[]}"));
        }
      }
      case "held" -> held.add(response);
      case "early" -> {
        request.connection().closeHandler(torn -> resets.incrementAndGet());
        response.end("not waiting for the rest");
      }
      case "stalls" -> response.setChunked(true).write("the beginning");
      case "breaks" -> {
        response.setChunked(true);
        response.write("the beginning").onSuccess(done -> request.connection().close());
      }
      case "created" ->
          response
              .setStatusCode(201)
              .putHeader("Location", "http://localhost:" + port + base + "things/1")
              .putHeader("Connection", "X-Internal")
              .putHeader("X-Internal", "secret")
              .putHeader("Keep-Alive", "timeout=5")
              .putHeader("X-Request-Id", "the service's own")
              .end();
      case "refuses" -> request.handler(chunk -> request.connection().close());
      case "coded" ->
          response
              .putHeader("Content-Encoding", "gzip")
              .putHeader("Vary", "Accept-Language")
              .end(Buffer.buffer(CODED));
      case "tagged" -> {
        response.putHeader("ETag", "\"7\"");
        echo(request);
      }
      case "upload" -> upload(request);
      case "download" -> download(response, Long.parseLong(request.getParam("bytes")));
      default -> echo(request);
    }
  }

  private static boolean isFollower(HttpServerRequest request) {
    return ("Bearer " + Neighbours.SERVICE_TOKEN).equals(request.getHeader("Authorization"));
  }

  private void journal(HttpServerRequest request) {
    long after = Long.parseLong(request.getParam("after"));
    if (!feed.holds(after, request.getParam("hash"))) {
      request.response().setStatusCode(409).end();
    } else if (feed.head() > after || request.getParam("wait").equals("0")) {
      request.response().end(feed.page(after, 500));
    } else {
      HttpServerResponse response = request.response();
      AtomicInteger once = new AtomicInteger();
      Runnable answer =
          () -> {
            if (once.getAndIncrement() == 0 && !response.closed()) {
              boolean holds = feed.holds(after, request.getParam("hash"));
              response.setStatusCode(holds ? 200 : 409).end(holds ? feed.page(after, 500) : "");
            }
          };
      waiting.add(answer);
      vertx.setTimer(1_000, quiet -> answer.run());
    }
  }

  private void wake() {
    for (Runnable answer = waiting.poll(); answer != null; answer = waiting.poll()) {
      vertx.runOnContext(awake(answer));
    }
  }

  private static io.vertx.core.Handler<Void> awake(Runnable answer) {
    return now -> answer.run();
  }

  private void snapshot(HttpServerResponse response) {
    snapshots.incrementAndGet();
    List<String> lines = feed.snapshot();
    response.setChunked(true);
    if (snapshotsHeld) {
      int half = lines.size() / 2;
      response.write(String.join("", lines.subList(0, half)));
      heldSnapshot = () -> response.end(String.join("", lines.subList(half, lines.size())));
    } else {
      response.end(String.join("", lines));
    }
  }

  /** Takes one chunk at a time, so that only back-pressure keeps the rest from piling up. */
  private void upload(HttpServerRequest request) {
    request.pause();
    request.handler(
        chunk -> {
          bytesReceived.addAndGet(chunk.length());
          vertx.runOnContext(next -> request.fetch(1));
        });
    request.endHandler(done -> request.response().end(Long.toString(bytesReceived.get())));
    request.fetch(1);
  }

  private void download(HttpServerResponse response, long bytes) {
    response.setChunked(true);
    Buffer chunk = Buffer.buffer(new byte[CHUNK]);
    Iterator<Buffer> chunks =
        java.util.stream.Stream.generate(() -> chunk).limit(bytes / CHUNK).iterator();
    send(response, chunks);
  }

  private void send(HttpServerResponse response, Iterator<Buffer> chunks) {
    while (chunks.hasNext() && !response.writeQueueFull()) {
      Buffer chunk = chunks.next();
      bytesSent.addAndGet(chunk.length());
      response.write(chunk);
    }
    if (chunks.hasNext()) {
      response.drainHandler(drained -> send(response, chunks));
    } else {
      response.end();
    }
  }

  private void echo(HttpServerRequest request) {
    JsonObject headers = new JsonObject();
    request
        .headers()
        .names()
        .forEach(
            header ->
                headers.put(
                    header.toLowerCase(java.util.Locale.ROOT),
                    new JsonArray(request.headers().getAll(header))));
    request
        .body()
        .onSuccess(
            body ->
                request
                    .response()
                    .putHeader("Content-Type", "application/json")
                    .end(
                        new JsonObject()
                            .put("service", name)
                            .put("method", request.method().name())
                            .put("uri", request.uri())
                            .put("headers", headers)
                            .put("body", body.toString())
                            .encode()));
  }
}
