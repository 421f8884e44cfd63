package vn.digitaltrust.gateway.framing;

import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;

/** FRAME-3: what to do when chunks turn out wrong after their request was handed on. */
public final class BrokenBody {
  private static final AttributeKey<Runnable> ANSWER =
      AttributeKey.valueOf(BrokenBody.class, "answer");

  private BrokenBody() {}

  /**
   * Says what to do if the body of this request breaks, instead of ending the connection.
   *
   * @param answer runs on the event loop of the connection; nothing more of the body will come. It
   *     may also run for the request after this one, if that has not begun yet
   */
  public static void ifBroken(HttpServerRequest request, Runnable answer) {
    ((ConnectionBase) request.connection()).channel().attr(ANSWER).set(answer);
  }

  static void tell(Channel channel) {
    Runnable answer = channel.attr(ANSWER).getAndSet(null);
    if (answer == null) {
      channel.close();
    } else {
      answer.run();
    }
  }
}
