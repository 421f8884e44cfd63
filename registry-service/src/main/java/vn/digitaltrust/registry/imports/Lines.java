package vn.digitaltrust.registry.imports;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The lines of a body, one at a time and never more than 64 KiB of one (IMP-4). */
final class Lines {
  /** The longest line, in bytes. */
  static final int LONGEST = 64 * 1024;

  private final InputStream in;
  private long number;

  Lines(InputStream in) {
    this.in = new BufferedInputStream(in, 64 * 1024);
  }

  /**
   * A line of the body.
   *
   * @param number from 1; blank lines count, and are passed over
   * @param text the line, or null when it is too long or not UTF-8
   */
  record Line(long number, String text) {}

  /** The number of the line that was begun last, 0 before the first. */
  long number() {
    return number;
  }

  /** The next line that is not blank, or null at the end. */
  Line next() throws IOException {
    for (var first = in.read(); first >= 0; first = in.read()) {
      number++;
      var bytes = new ByteArrayOutputStream();
      var tooLong = false;
      for (var b = first; b >= 0 && b != '\n'; b = in.read()) {
        if (bytes.size() < LONGEST) {
          bytes.write(b);
        } else {
          tooLong = true;
        }
      }
      var text = tooLong ? null : decode(bytes.toByteArray());
      if (text == null || !text.isBlank()) {
        return new Line(number, text);
      }
    }
    return null;
  }

  private static String decode(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
