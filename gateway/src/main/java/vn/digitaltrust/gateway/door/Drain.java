package vn.digitaltrust.gateway.door;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/**
 * Takes in what is left of the body of a refused request, so that a caller who writes first and
 * reads afterwards still gets to read the refusal; but only so much, then the connection ends.
 */
public final class Drain {
  private static final long MOST = 8L << 20;

  private long taken;

  private Drain() {}

  /** Takes in the rest of this request's body; does nothing when it has ended. */
  public static void rest(HttpServerRequest request) {
    if (request.isEnded()) {
      return;
    }
    Drain drain = new Drain();
    request.handler(
        (Buffer chunk) -> {
          drain.taken += chunk.length();
          if (drain.taken > MOST) {
            request.connection().close();
          }
        });
    request.resume();
  }
}
