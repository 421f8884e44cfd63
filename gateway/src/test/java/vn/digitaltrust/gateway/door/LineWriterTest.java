package vn.digitaltrust.gateway.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** GATE-11. */
class LineWriterTest {
  private static final int MOST = 16;

  private final List<String> writes = new ArrayList<>();
  private final PrintStream out =
      new PrintStream(
          new ByteArrayOutputStream() {
            @Override
            public void write(byte[] bytes, int from, int count) {
              writes.add(new String(bytes, from, count, UTF_8));
            }
          });
  private final LineWriter lines = new LineWriter(() -> out, MOST);

  @Test
  @DisplayName("GATE-11 What was gathered is written together, and once")
  void together() {
    lines.add("một");
    lines.add("hai");
    lines.write();
    lines.write();
    lines.add("ba");
    lines.write();
    assertEquals(List.of("một\nhai\n", "ba\n"), writes);
    assertEquals(0, lines.dropped());
  }

  @Test
  @DisplayName("GATE-11 What is too much is dropped and counted, and a whole line at a time")
  void tooMuch() {
    lines.add("1234567");
    lines.add("12345678");
    lines.add("1234567");
    assertEquals(1, lines.dropped());
    lines.write();
    assertEquals(List.of("1234567\n1234567\n"), writes);
    lines.add("123456789012345");
    lines.write();
    assertEquals(1, lines.dropped());
    assertEquals("123456789012345\n", writes.get(1));
  }
}
