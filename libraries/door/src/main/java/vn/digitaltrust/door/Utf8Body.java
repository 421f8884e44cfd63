package vn.digitaltrust.door;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/**
 * DOOR-17: a body in UTF-8, without the byte order mark that some programs begin it with, and of a
 * media type that is named.
 */
public final class Utf8Body extends PushbackInputStream {
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final boolean typed;
  private boolean begun;

  /** Reads nothing yet: the first bytes may take their time. */
  public Utf8Body(InputStream in) {
    this(in, true);
  }

  /**
   * Reads nothing yet.
   *
   * @param typed whether its media type is named; if it is not, it must be empty
   */
  Utf8Body(InputStream in, boolean typed) {
    super(in, 4);
    this.typed = typed;
  }

  /** Raised by the first reading when there is a body and nobody said of which media type. */
  static final class Untyped extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** Raised by the first reading; an IOException, because parsers wrap all others in their own. */
  public static final class OtherEncoding extends IOException {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public int read() throws IOException {
    begin();
    return super.read();
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    begin();
    return super.read(bytes, offset, length);
  }

  @Override
  public long skip(long most) throws IOException {
    begin();
    return super.skip(most);
  }

  @Override
  public int available() throws IOException {
    return begun ? super.available() : 0;
  }

  private void begin() throws IOException {
    if (begun) {
      return;
    }
    begun = true;
    byte[] first = new byte[4];
    int count = 0;
    for (int more = 0; count < first.length && more >= 0; count += Math.max(more, 0)) {
      more = super.read(first, count, first.length - count);
    }
    if (count > 0 && !typed) {
      throw new Untyped();
    }
    if (BodyForm.isOtherEncoding(first, count)) {
      throw new OtherEncoding();
    }
    int start = count >= 3 && java.util.Arrays.equals(first, 0, 3, MARK, 0, 3) ? 3 : 0;
    unread(first, start, count - start);
  }
}
