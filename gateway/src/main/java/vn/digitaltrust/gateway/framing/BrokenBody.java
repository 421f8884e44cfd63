package vn.digitaltrust.gateway.framing;

import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;

/** FRAME-3: what to do when chunks turn out wrong after their request was handed on. */
public final class BrokenBody {
  private static final AttributeKey<BrokenBody> KEY = AttributeKey.valueOf(BrokenBody.class, "key");

  private final HttpServerRequest request;
  private final Runnable answer;

  private BrokenBody(HttpServerRequest request, Runnable answer) {
    this.request = request;
    this.answer = answer;
  }

  /**
   * Says what to do if the body of this request breaks; else the connection ends.
   *
   * @param answer runs on the event loop of the connection, when nothing more of the body will
   *     come; an answer may have begun already, and then it ends in words or the connection does
   */
  public static void ifBroken(HttpServerRequest request, Runnable answer) {
    ConnectionBase connection = (ConnectionBase) request.connection();
    Runnable inContext = () -> connection.getContext().runOnContext(now -> answer.run());
    connection.channel().attr(KEY).set(new BrokenBody(request, inContext));
  }

  /** The body that came last is broken. Of the next request, perhaps, of which nobody knows yet. */
  static void tell(Channel channel) {
    BrokenBody body = channel.attr(KEY).getAndSet(null);
    if (body == null || body.request.isEnded()) {
      channel.close();
    } else {
      body.answer.run();
    }
  }
}
