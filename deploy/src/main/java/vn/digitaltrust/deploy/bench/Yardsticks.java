package vn.digitaltrust.deploy.bench;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a trust check is compared with, in a process of its own: Vert.x alone, which answers with
 * bytes that it holds ({@code /raw}), and Vert.x that reads the bytes of its answer from one row of
 * PostgreSQL by its key ({@code /database}), with prepared statements, pooled connections and
 * pipelining. Neither knows a token, a limit or a log.
 *
 * <p>Arguments: port; host, port, name and user of the database; a file with the headers of the
 * answer, one per line, and after an empty line its body. The password is the environment variable
 * {@code PGPASSWORD}.
 */
public final class Yardsticks {
  /** The table that {@code /database} reads. */
  static final String TABLE = "answers";

  /** The path that is answered from memory. */
  static final String RAW = "/raw";

  /** The path that is answered from the table. */
  static final String DATABASE = "/database";

  private static final int POOL = 16;

  /** As many as the gateway has. */
  private static final int LOOPS = Runtime.getRuntime().availableProcessors();

  private final List<Map.Entry<String, String>> headers;
  private final Buffer body;
  private final Pool pool;

  private Yardsticks(List<Map.Entry<String, String>> headers, Buffer body, Pool pool) {
    this.headers = headers;
    this.body = body;
    this.pool = pool;
  }

  /** Listens until it is ended. */
  public static void main(String[] arguments) throws Exception {
    int port = Integer.parseInt(arguments[0]);
    String[] answer = Files.readString(Path.of(arguments[5])).split("\n\n", 2);
    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(LOOPS));
    Pool pool =
        PgBuilder.pool()
            .with(new PoolOptions().setMaxSize(POOL))
            .connectingTo(
                new PgConnectOptions()
                    .setHost(arguments[1])
                    .setPort(Integer.parseInt(arguments[2]))
                    .setDatabase(arguments[3])
                    .setUser(arguments[4])
                    .setPassword(System.getenv("PGPASSWORD"))
                    .setCachePreparedStatements(true))
            .using(vertx)
            .build();
    Yardsticks yardsticks =
        new Yardsticks(
            answer[0]
                .lines()
                .map(line -> line.split(": ", 2))
                .map(field -> Map.entry(field[0], field[1]))
                .toList(),
            Buffer.buffer(answer[1].getBytes(StandardCharsets.UTF_8)),
            pool);
    for (int i = 0; i < LOOPS; i++) {
      HttpServer server = vertx.createHttpServer(new HttpServerOptions().setHost("127.0.0.1"));
      vertx
          .deployVerticle(new Listener(server.requestHandler(yardsticks::answer), port))
          .toCompletionStage()
          .toCompletableFuture()
          .get();
    }
  }

  /** Each event loop listens for itself, as the gateway's do. */
  private static final class Listener extends io.vertx.core.AbstractVerticle {
    private final HttpServer server;
    private final int port;

    private Listener(HttpServer server, int port) {
      this.server = server;
      this.port = port;
    }

    @Override
    public void start(io.vertx.core.Promise<Void> started) {
      server.listen(port).<Void>mapEmpty().onComplete(started);
    }
  }

  private void answer(HttpServerRequest request) {
    if (request.path().equals(DATABASE)) {
      pool.preparedQuery("SELECT answer FROM " + TABLE + " WHERE handle = $1")
          .execute(Tuple.of(request.getParam("handle")))
          .onSuccess(rows -> begin(request).end(Buffer.buffer(rows.iterator().next().getString(0))))
          .onFailure(failure -> request.response().setStatusCode(500).end(failure.toString()));
    } else {
      begin(request).end(body);
    }
  }

  private HttpServerResponse begin(HttpServerRequest request) {
    HttpServerResponse response = request.response();
    headers.forEach(header -> response.putHeader(header.getKey(), header.getValue()));
    return response;
  }
}
