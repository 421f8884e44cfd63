package vn.digitaltrust.deploy.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Follows the answers on one HTTP/1.1 connection just as far as tells their status and where they
 * end, so that reading costs a load generator next to nothing. Understands a length and chunks; an
 * answer that has neither has no body.
 */
final class AnswerReader {
  private static final int LONGEST_HEAD = 16 * 1024;

  private enum State {
    HEAD,
    BODY,
    CHUNK_SIZE,
    CHUNK,
    LAST_LINE
  }

  private final byte[] head = new byte[LONGEST_HEAD];
  private State state = State.HEAD;
  private int length;
  private long left;
  private int status;
  private long bodyBytes;

  /** The status of the answer that ended last. */
  int status() {
    return status;
  }

  /** The bytes of its body. */
  long bodyBytes() {
    return bodyBytes;
  }

  /** Takes bytes until an answer has ended, which is told by true, or none are left. */
  boolean take(ByteBuffer in) {
    while (in.hasRemaining()) {
      boolean ended =
          switch (state) {
            case HEAD -> head(in);
            case BODY -> body(in);
            case CHUNK_SIZE -> chunkSize(in);
            case CHUNK -> chunk(in);
            case LAST_LINE -> lastLine(in);
          };
      if (ended) {
        state = State.HEAD;
        return true;
      }
    }
    return false;
  }

  private boolean head(ByteBuffer in) {
    if (!line(in) || !endsWith("\r\n\r\n")) {
      return false;
    }
    String text = new String(head, 0, length, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    length = 0;
    bodyBytes = 0;
    status = Integer.parseInt(text.substring(9, 12));
    if (text.contains("\r\ntransfer-encoding: chunked\r\n")) {
      state = State.CHUNK_SIZE;
      return false;
    }
    int field = text.indexOf("\r\ncontent-length: ");
    left = field < 0 ? 0 : number(text, field + "\r\ncontent-length: ".length());
    bodyBytes = left;
    state = State.BODY;
    return left == 0;
  }

  private static long number(String text, int from) {
    return Long.parseLong(text.substring(from, text.indexOf('\r', from)).strip());
  }

  private boolean body(ByteBuffer in) {
    skip(in);
    return left == 0;
  }

  private boolean chunkSize(ByteBuffer in) {
    if (line(in)) {
      left = Long.parseLong(new String(head, 0, length - 2, StandardCharsets.ISO_8859_1), 16);
      length = 0;
      bodyBytes += left;
      state = left == 0 ? State.LAST_LINE : State.CHUNK;
      left += 2; // the end of its line
    }
    return false;
  }

  private boolean chunk(ByteBuffer in) {
    skip(in);
    if (left == 0) {
      state = State.CHUNK_SIZE;
    }
    return false;
  }

  private boolean lastLine(ByteBuffer in) {
    skip(in);
    return left == 0;
  }

  private void skip(ByteBuffer in) {
    int count = (int) Math.min(left, in.remaining());
    in.position(in.position() + count);
    left -= count;
  }

  /** Takes what is left of a line; true when it has ended. */
  private boolean line(ByteBuffer in) {
    while (in.hasRemaining()) {
      byte next = in.get();
      if (length == LONGEST_HEAD) {
        throw new IllegalStateException("an answer with a head of more than 16 KiB");
      }
      head[length++] = next;
      if (next == '\n') {
        return true;
      }
    }
    return false;
  }

  private boolean endsWith(String end) {
    for (int i = 1; i <= end.length(); i++) {
      if (length < i || head[length - i] != end.charAt(end.length() - i)) {
        return false;
      }
    }
    return true;
  }
}
