package vn.digitaltrust.gateway.framing;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ServerChannel;

/**
 * Puts the judge of framing in front of every connection that this process accepts. Found by Netty
 * as a service, since neither Quarkus nor Vert.x lets an application in so early.
 */
public final class Watch extends ChannelInitializerExtension {
  /** The system property, and its value, with which Netty looks for extensions of this kind. */
  public static final String PROPERTY = EXTENSIONS_SYSTEM_PROPERTY;

  /** See {@link #PROPERTY}. */
  public static final String VALUE = "serviceload";

  @Override
  public void postInitializeServerListenerChannel(ServerChannel channel) {
    // Only what comes over its connections matters.
  }

  @Override
  public void postInitializeServerChildChannel(Channel channel) {
    channel.pipeline().addFirst(FramingHandler.NAME, new FramingHandler(false));
  }
}
