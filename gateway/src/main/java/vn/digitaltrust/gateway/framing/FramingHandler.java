package vn.digitaltrust.gateway.framing;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.ScheduledFuture;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * Follows the requests of one connection from head to body to head, and hands their bytes on as
 * they are. Holds at most one unfinished head, or one line between chunks.
 */
final class FramingHandler extends ChannelInboundHandlerAdapter {
  static final String NAME = "framing";
  static final int LONGEST_HEAD = 32 * 1024;
  static final long SLOWEST_HEAD_SECONDS = 10;

  private static final int LONGEST_SIZE = 10;
  private static final byte TLS_HANDSHAKE = 0x16;
  private static final byte DELETE = 0x7f;

  private enum State {
    HEAD,
    BODY,
    CHUNK_SIZE,
    CHUNK,
    CHUNK_END,
    LAST_LINE,
    REFUSED
  }

  private final boolean insideTls;
  private final StringBuilder line = new StringBuilder();
  private State state = State.HEAD;
  private boolean first = true;
  private ByteBuf head;
  private int ends;
  private boolean odd;
  private long left;
  private ScheduledFuture<?> deadline;

  FramingHandler(boolean insideTls) {
    this.insideTls = insideTls;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (!(message instanceof ByteBuf in)) {
      context.fireChannelRead(message);
      return;
    }
    if (first && in.isReadable()) {
      first = false;
      if (in.getByte(in.readerIndex()) == TLS_HANDSHAKE && context.pipeline().get("ssl") != null) {
        context.pipeline().addAfter("ssl", NAME + "-inside", new FramingHandler(true));
        context.pipeline().remove(this);
        context.fireChannelRead(in);
        return;
      }
      if (insideTls && isHttp2(context)) {
        context.pipeline().remove(this);
        context.fireChannelRead(in);
        return;
      }
    }
    try {
      while (in.isReadable() && !context.isRemoved()) {
        step(context, in);
      }
    } finally {
      in.release();
    }
  }

  /** Whether HTTP/2 was agreed upon (ALPN), whose frames leave no room for doubt. */
  private static boolean isHttp2(ChannelHandlerContext context) {
    SslHandler tls = context.pipeline().get(SslHandler.class);
    return tls != null && ApplicationProtocolNames.HTTP_2.equals(tls.applicationProtocol());
  }

  private void step(ChannelHandlerContext context, ByteBuf in) {
    switch (state) {
      case HEAD -> head(context, in);
      case BODY -> body(context, in, State.HEAD);
      case CHUNK -> body(context, in, State.CHUNK_END);
      case CHUNK_SIZE, CHUNK_END, LAST_LINE -> betweenChunks(context, in);
      case REFUSED -> in.skipBytes(in.readableBytes());
    }
  }

  private void head(ChannelHandlerContext context, ByteBuf in) {
    int start = in.readerIndex();
    int end = endOfHead(in);
    if (end < 0) {
      keep(context, in);
      return;
    }
    ByteBuf whole = in.readRetainedSlice(end - start);
    if (head != null) {
      whole = Unpooled.wrappedBuffer(head, whole);
      head = null;
      cancelDeadline();
    }
    if (whole.readableBytes() > LONGEST_HEAD) {
      whole.release();
      refuse(context, "long");
      return;
    }
    Head read = odd ? Head.refused("head") : Head.of(whole.toString(StandardCharsets.ISO_8859_1));
    odd = false;
    if (read.fault() != null || read.chunked() && !isChunkAhead(in)) {
      whole.release();
      refuse(context, read.fault() != null ? read.fault() : "chunks");
      return;
    }
    left = read.length();
    state = read.chunked() ? State.CHUNK_SIZE : left > 0 ? State.BODY : State.HEAD;
    context.fireChannelRead(whole);
  }

  /** Where the head ends, or negative; goes on where it stopped in the bytes before. */
  private int endOfHead(ByteBuf in) {
    int last = in.forEachByte(this::isBeforeEnd);
    if (last < 0) {
      return -1;
    }
    ends = 0;
    return last + 1;
  }

  /** Sees every byte of a head, and so whether one is neither text nor part of a line's end. */
  private boolean isBeforeEnd(byte character) {
    if (character == '\r' || character == '\n') {
      boolean expected = character == (ends % 2 == 0 ? '\r' : '\n');
      odd |= !expected;
      ends = expected ? ends + 1 : character == '\r' ? 1 : 0;
      return ends < 4;
    }
    boolean control = character >= 0 && character < ' ' && character != '\t' || character == DELETE;
    odd |= control || ends % 2 == 1;
    ends = 0;
    return true;
  }

  private void keep(ChannelHandlerContext context, ByteBuf in) {
    if (head == null) {
      head = context.alloc().buffer();
      deadline(context);
    }
    head.writeBytes(in);
    if (head.readableBytes() > LONGEST_HEAD) {
      dropHead();
      refuse(context, "long");
    }
  }

  private void deadline(ChannelHandlerContext context) {
    deadline =
        context
            .executor()
            .schedule(
                () -> {
                  if (head == null) {
                    return;
                  }
                  if (!context.channel().config().isAutoRead()) {
                    deadline(context); // it is we who do not read
                    return;
                  }
                  dropHead();
                  refuse(context, "slow");
                  context.fireChannelReadComplete();
                },
                SLOWEST_HEAD_SECONDS,
                TimeUnit.SECONDS);
  }

  private void body(ChannelHandlerContext context, ByteBuf in, State next) {
    int count = (int) Math.min(left, in.readableBytes());
    left -= count;
    if (left == 0) {
      state = next;
    }
    context.fireChannelRead(in.readRetainedSlice(count));
  }

  /** A size, the end of a chunk, or the end of all: a short line that must be just right. */
  private void betweenChunks(ChannelHandlerContext context, ByteBuf in) {
    int start = in.readerIndex();
    boolean ended = false;
    while (in.isReadable() && !ended && line.length() <= LONGEST_SIZE) {
      char character = (char) (in.readByte() & 0xff);
      line.append(character);
      ended = character == '\n';
    }
    ByteBuf read = in.retainedSlice(start, in.readerIndex() - start);
    if (!ended && line.length() <= LONGEST_SIZE) {
      context.fireChannelRead(read);
      return;
    }
    String text = line.toString();
    line.setLength(0);
    if (state == State.CHUNK_SIZE ? isSize(text) : text.equals("\r\n")) {
      next(text);
      context.fireChannelRead(read);
    } else {
      read.release();
      state = State.REFUSED;
      BrokenBody.tell(context.channel());
    }
  }

  private void next(String text) {
    if (state == State.CHUNK_SIZE) {
      left = Long.parseLong(text.strip(), 16);
      state = left == 0 ? State.LAST_LINE : State.CHUNK;
    } else {
      state = state == State.LAST_LINE ? State.HEAD : State.CHUNK_SIZE;
    }
  }

  /** Whether the first chunk, as far as it came with the head, begins as it should. */
  private static boolean isChunkAhead(ByteBuf in) {
    int count = Math.min(in.readableBytes(), LONGEST_SIZE + 1);
    String ahead = in.toString(in.readerIndex(), count, StandardCharsets.ISO_8859_1);
    int end = ahead.indexOf('\n');
    String size = end >= 0 ? ahead.substring(0, end + 1) : ahead.replace("\r", "") + "\r\n";
    return ahead.isEmpty() || isSize(size);
  }

  private static boolean isSize(String text) {
    int digits = text.length() - 2;
    if (digits < 1 || digits > LONGEST_SIZE - 2 || !text.endsWith("\r\n")) {
      return false;
    }
    return text.chars().limit(digits).allMatch(c -> c < 0x80 && Character.digit(c, 16) >= 0);
  }

  private void refuse(ChannelHandlerContext context, String fault) {
    state = State.REFUSED;
    context.fireChannelRead(
        Unpooled.copiedBuffer(
            "REFUSED /" + fault + " HTTP/1.1\r\nHost: refused\r\nConnection: close\r\n\r\n",
            StandardCharsets.ISO_8859_1));
  }

  private void dropHead() {
    head.release();
    head = null;
    cancelDeadline();
  }

  private void cancelDeadline() {
    if (deadline != null) {
      deadline.cancel(false);
      deadline = null;
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    if (head != null) {
      dropHead();
    }
    context.fireChannelInactive();
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    if (head != null) {
      dropHead();
    }
  }
}
