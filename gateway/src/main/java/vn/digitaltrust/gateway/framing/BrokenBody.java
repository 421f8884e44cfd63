package vn.digitaltrust.gateway.framing;

import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import io.netty.util.concurrent.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.concurrent.TimeUnit;

/** FRAME-3: what to do when chunks turn out wrong after their request was handed on. */
public final class BrokenBody {
  /** So long somebody may take the request up whose body is known to be broken. */
  private static final long PATIENCE_SECONDS = 2;

  private static final AttributeKey<BrokenBody> TAKEN =
      AttributeKey.valueOf(BrokenBody.class, "taken");
  private static final AttributeKey<Future<?>> BROKEN =
      AttributeKey.valueOf(BrokenBody.class, "broken");

  private final HttpServerRequest request;
  private final Runnable answer;

  private BrokenBody(HttpServerRequest request, Runnable answer) {
    this.request = request;
    this.answer = answer;
  }

  /**
   * Says what to do if the body of this request breaks, or is broken already: all of it may have
   * come in one packet. If nobody says so, the connection ends.
   *
   * @param answer runs on the event loop of the connection, when nothing more of the body will
   *     come; an answer may have begun already, and then it ends in words or the connection does
   */
  public static void ifBroken(HttpServerRequest request, Runnable answer) {
    ConnectionBase connection = (ConnectionBase) request.connection();
    Runnable inContext = () -> connection.getContext().runOnContext(now -> answer.run());
    connection.channel().attr(TAKEN).set(new BrokenBody(request, inContext));
    meet(connection.channel());
  }

  /** The body that came last is broken. Of the next request, perhaps, of which nobody knows yet. */
  static void tell(Channel channel) {
    Future<?> end =
        channel.eventLoop().schedule(() -> channel.close(), PATIENCE_SECONDS, TimeUnit.SECONDS);
    channel.attr(BROKEN).set(end);
    meet(channel);
  }

  /** Whichever of the two comes last, what is broken and what to do about it meet here. */
  private static void meet(Channel channel) {
    Future<?> end = channel.attr(BROKEN).get();
    if (end == null) {
      return;
    }
    BrokenBody body = channel.attr(TAKEN).getAndSet(null);
    if (body != null && !body.request.isEnded()) {
      end.cancel(false);
      body.answer.run();
    }
  }
}
