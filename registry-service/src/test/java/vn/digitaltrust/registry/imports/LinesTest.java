package vn.digitaltrust.registry.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("IMP-4 lines are read one at a time and none is held beyond its bound")
class LinesTest {

  @Test
  void numbersEveryLineAndPassesOverBlankOnes() throws IOException {
    var lines = lines("eins\n\n  \nvier\r\nfünf");
    assertEquals(new Lines.Line(1, "eins"), lines.next());
    assertEquals(new Lines.Line(4, "vier\r"), lines.next());
    assertEquals(new Lines.Line(5, "fünf"), lines.next());
    assertNull(lines.next());
  }

  @Test
  void anEmptyBodyHasNoLine() throws IOException {
    assertNull(lines("").next());
    assertNull(lines("\n\n").next());
  }

  @Test
  void aLineAtTheBoundIsReadAndOneByteMoreIsNot() throws IOException {
    var longest = "x".repeat(Lines.LONGEST);
    var lines = lines(longest + "\n" + longest + "y\nnext");
    assertEquals(new Lines.Line(1, longest), lines.next());
    assertEquals(new Lines.Line(2, null), lines.next());
    assertEquals(new Lines.Line(3, "next"), lines.next());
  }

  @Test
  void whatIsNotUtf8IsALineWithoutText() throws IOException {
    var lines = new Lines(new ByteArrayInputStream(new byte[] {(byte) 0xC3, '\n', 'a'}));
    assertEquals(new Lines.Line(1, null), lines.next());
    assertEquals(new Lines.Line(2, "a"), lines.next());
  }

  private static Lines lines(String text) {
    return new Lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
