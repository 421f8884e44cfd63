package vn.digitaltrust.journal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Cuts a stream of lines into blocks of whole lines, without looking at what they say. */
final class LineBlocks {
  private static final int USUAL = 1 << 18;
  private static final int LONGEST_LINE = 1 << 26;
  private static final byte[] NOTHING = {};

  private final InputStream in;
  private byte[] rest = NOTHING;

  LineBlocks(InputStream in) {
    this.in = in;
  }

  /**
   * The first line, and no more bytes than came with it; null at the end of the stream.
   *
   * @throws IOException from the stream
   */
  byte[] line() throws IOException {
    byte[] lines = read(1);
    if (lines == null) {
      return null;
    }
    int end = 0;
    while (end < lines.length - 1 && lines[end] != '\n') {
      end++;
    }
    byte[] after = Arrays.copyOfRange(lines, end + 1, lines.length + rest.length);
    System.arraycopy(rest, 0, after, lines.length - end - 1, rest.length);
    rest = after;
    return Arrays.copyOf(lines, end + 1);
  }

  /**
   * The next lines, many unless there are no more; null at the end of the stream. The last one may
   * lack its end.
   *
   * @throws IOException from the stream
   */
  byte[] block() throws IOException {
    return read(USUAL);
  }

  private byte[] read(int least) throws IOException {
    byte[] block = Arrays.copyOf(rest, Math.max(USUAL, 2 * rest.length));
    int filled = rest.length;
    int end = endOfLines(block, 0, filled);
    while (filled < least || end == 0) {
      if (filled == block.length) {
        if (filled >= LONGEST_LINE) {
          throw new IOException("a line of more than %d bytes".formatted(LONGEST_LINE));
        }
        block = Arrays.copyOf(block, 2 * block.length); // a line longer than a block
      }
      int count = in.read(block, filled, block.length - filled);
      if (count < 0) {
        rest = NOTHING;
        return filled == 0 ? null : Arrays.copyOf(block, filled);
      }
      end = Math.max(end, endOfLines(block, filled, filled + count));
      filled += count;
    }
    rest = Arrays.copyOfRange(block, end, filled);
    return Arrays.copyOf(block, end);
  }

  /** Behind the last end of a line in this part of a block, or 0. */
  private static int endOfLines(byte[] block, int from, int to) {
    int end = to;
    while (end > from && block[end - 1] != '\n') {
      end--;
    }
    return end > from ? end : 0;
  }
}
