package vn.digitaltrust.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineBlocksTest {
  @ParameterizedTest
  @DisplayName("However the bytes come, the lines are the same and no block cuts one")
  @ValueSource(ints = {1, 2, 7, 1_000, 300_000, 1 << 20})
  void whole(int atOnce) throws IOException {
    Random random = new Random(atOnce);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      text.append(i).append("x".repeat(random.nextInt(i % 50 == 49 ? 400_000 : 3_000)));
      text.append('\n');
    }
    LineBlocks blocks = new LineBlocks(dripping(text.toString(), atOnce));
    StringBuilder read = new StringBuilder(new String(blocks.line(), UTF_8));
    assertEquals(text.indexOf("\n") + 1, read.length());
    for (byte[] block = blocks.block(); block != null; block = blocks.block()) {
      assertEquals('\n', block[block.length - 1]);
      read.append(new String(block, UTF_8));
    }
    assertEquals(text.toString(), read.toString());
  }

  @Test
  @DisplayName("A last line without its end is told all the same, and nothing after it")
  void unended() throws IOException {
    LineBlocks blocks = new LineBlocks(dripping("one\ntwo\nthr", 2));
    assertEquals("one\n", new String(blocks.line(), UTF_8));
    assertEquals("two\nthr", new String(blocks.block(), UTF_8));
    assertNull(blocks.block());
    assertNull(new LineBlocks(dripping("", 1)).line());
    assertEquals("o", new String(new LineBlocks(dripping("o", 1)).line(), UTF_8));
  }

  @Test
  @DisplayName("The first line is told before more has come")
  void early() throws IOException {
    InputStream stalls =
        new ByteArrayInputStream("one\n".getBytes(UTF_8)) {
          @Override
          public synchronized int read(byte[] to, int from, int count) {
            int read = super.read(to, from, count);
            assertTrue(read > 0, "asked for more than the line");
            return read;
          }
        };
    assertEquals("one\n", new String(new LineBlocks(stalls).line(), UTF_8));
  }

  @Test
  @DisplayName("A line that does not end is not held for ever")
  void endless() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 'x';
          }

          @Override
          public int read(byte[] to, int from, int count) {
            return count;
          }
        };
    LineBlocks blocks = new LineBlocks(endless);
    assertThrows(IOException.class, blocks::block);
  }

  private static InputStream dripping(String text, int atOnce) {
    return new FilterInputStream(new ByteArrayInputStream(text.getBytes(UTF_8))) {
      @Override
      public int read(byte[] to, int from, int count) throws IOException {
        return super.read(to, from, Math.min(count, atOnce));
      }
    };
  }
}
