package vn.digitaltrust.gateway.framing;

import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.concurrent.TimeUnit;

/**
 * FRAME-3: what to do when chunks turn out wrong after their request was handed on. Of a request
 * that came in one piece with them nobody may have begun to read the body; so it is kept for
 * whoever begins that the body is broken.
 */
public final class BrokenBody {
  private static final AttributeKey<BrokenBody> KEY = AttributeKey.valueOf(BrokenBody.class, "key");

  /** How long nobody may begin to read a body that is broken; longer than a token is verified. */
  private static final long PATIENCE_SECONDS = 2;

  private static final AttributeKey<Boolean> BROKEN =
      AttributeKey.valueOf(BrokenBody.class, "broken");

  private final HttpServerRequest request;
  private final Runnable answer;

  private BrokenBody(HttpServerRequest request, Runnable answer) {
    this.request = request;
    this.answer = answer;
  }

  /**
   * Says what to do if the body of this request breaks, or is broken already; else the connection
   * ends.
   *
   * @param answer runs on the event loop of the connection, when nothing more of the body will come
   */
  public static void ifBroken(HttpServerRequest request, Runnable answer) {
    ConnectionBase connection = (ConnectionBase) request.connection();
    Runnable inContext = () -> connection.getContext().runOnContext(now -> answer.run());
    BrokenBody body = new BrokenBody(request, inContext);
    Channel channel = connection.channel();
    channel.attr(KEY).set(body);
    // Whichever of both comes second, here or below, sees what the other has left.
    if (channel.hasAttr(BROKEN) && channel.attr(KEY).compareAndSet(body, null)) {
      channel.attr(BROKEN).set(false);
      inContext.run();
    }
  }

  /**
   * The body that came last is broken, and nothing that follows is read. Where somebody reads
   * another one, it was perhaps of the next request, of which nobody knows yet.
   */
  static void tell(Channel channel) {
    channel.attr(BROKEN).set(true);
    BrokenBody body = channel.attr(KEY).getAndSet(null);
    if (body == null) {
      channel.eventLoop().schedule(() -> endIfUntold(channel), PATIENCE_SECONDS, TimeUnit.SECONDS);
    } else if (body.request.isEnded() || body.request.response().headWritten()) {
      channel.close();
    } else {
      body.answer.run();
    }
  }

  private static void endIfUntold(Channel channel) {
    if (channel.attr(BROKEN).get()) {
      channel.close();
    }
  }
}
