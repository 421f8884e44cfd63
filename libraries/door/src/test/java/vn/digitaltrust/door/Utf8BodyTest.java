package vn.digitaltrust.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8BodyTest {
  /** Gives one byte at a time, as a slow connection does. */
  private static InputStream dripping(byte[] bytes) {
    return new ByteArrayInputStream(bytes) {
      @Override
      public synchronized int read(byte[] into, int offset, int length) {
        return super.read(into, offset, Math.min(1, length));
      }
    };
  }

  private static String read(byte[] body) throws IOException {
    return new String(new Utf8Body(dripping(body)).readAllBytes(), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "7", "{}", "[]\n", "{\"a\":\"đ\"}", "\"\u1ebf\""})
  @DisplayName("DOOR-17 a body in UTF-8 is read as it is, with or without its mark")
  void utf8(String text) throws IOException {
    assertEquals(text, read(text.getBytes(StandardCharsets.UTF_8)));
    assertEquals(text, read(("\ufeff" + text).getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "UTF-32BE"})
  @DisplayName("DOOR-17 no JSON in another encoding is read, however short")
  void others(String encoding) {
    for (String json : new String[] {"7", "{}", "{\"a\":1}", " \n[]"}) {
      assertThrows(
          Utf8Body.OtherEncoding.class, () -> read(json.getBytes(Charset.forName(encoding))));
      assertThrows(
          Utf8Body.OtherEncoding.class,
          () -> read(("\ufeff" + json).getBytes(Charset.forName(encoding))));
    }
  }

  @Test
  @DisplayName("DOOR-17 nothing is read before the reader asks")
  void lazy() {
    InputStream in =
        new InputStream() {
          @Override
          public int read() {
            throw new AssertionError("read too early");
          }
        };
    assertEquals(false, new Utf8Body(in).markSupported());
  }
}
