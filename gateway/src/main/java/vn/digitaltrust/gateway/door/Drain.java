package vn.digitaltrust.gateway.door;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/**
 * GATE-7: takes in what is left of the body of a refused request, so that a caller who writes first
 * and reads afterwards still gets to read the refusal; but only so much for so long, then the
 * connection ends. It lives on only when what is left was announced and is little.
 */
public final class Drain {
  private static final long LITTLE = 64 << 10;
  private static final long MOST = 8L << 20;
  private static final long PATIENCE_MILLIS = 2_000;

  private long taken;

  private Drain() {}

  /** Tells the caller, in an answer that has not begun, that the connection will end with it. */
  public static void announce(HttpServerRequest request) {
    if (hasBody(request)
        && !request.isEnded()
        && !isLittle(request)
        && !request.response().headWritten()) {
      request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    }
  }

  /**
   * Takes in the rest of this request's body; does nothing when it has ended. Whichever thread asks
   * for it, the event loop does it: the request would else end between a look at it and what
   * follows from that look, and the answer that is being written would be lost.
   */
  public static void rest(HttpServerRequest request) {
    if (Context.isOnEventLoopThread()) {
      takeRest(request);
    } else {
      Vertx.currentContext().runOnContext(onLoop -> takeRest(request));
    }
  }

  private static void takeRest(HttpServerRequest request) {
    // One that was read to its end and paused there does not know that it has ended.
    request.resume();
    if (!hasBody(request) || request.isEnded()) {
      return;
    }
    Vertx vertx = Vertx.currentContext().owner();
    HttpConnection connection = request.connection();
    // Both who refuses and who passes on come here, and the later one takes the handlers over: the
    // first timer is then not cancelled, and must not end a connection that has long gone on.
    long timer =
        vertx.setTimer(
            PATIENCE_MILLIS,
            late -> {
              if (!request.isEnded()) {
                connection.close();
              }
            });
    Drain drain = new Drain();
    boolean lives = isLittle(request);
    request.exceptionHandler(broken -> vertx.cancelTimer(timer));
    request.endHandler(
        done -> {
          vertx.cancelTimer(timer);
          if (!lives) {
            connection.close();
          }
        });
    request.handler(
        (Buffer chunk) -> {
          drain.taken += chunk.length();
          if (drain.taken > MOST) {
            vertx.cancelTimer(timer);
            connection.close();
          }
        });
  }

  /**
   * Whether a body comes with it. A request is answered before its end is seen, even if there is
   * nothing between.
   */
  public static boolean hasBody(HttpServerRequest request) {
    return request.headers().contains(HttpHeaders.CONTENT_LENGTH)
        || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
  }

  private static boolean isLittle(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    try {
      return length != null && Long.parseLong(length) <= LITTLE;
    } catch (NumberFormatException notALength) {
      return false;
    }
  }
}
