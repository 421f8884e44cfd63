package vn.digitaltrust.deploy.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerReaderTest {
  private static final String WITH_LENGTH =
      "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\ncontent-length: 5\r\n\r\nhello";
  private static final String IN_CHUNKS =
      "HTTP/1.1 503 Busy\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\nA\r\n0123456789\r\n0\r\n\r\n";
  private static final String WITHOUT_BODY = "HTTP/1.1 304 Not Modified\r\nETag: \"1\"\r\n\r\n";

  private final AnswerReader reader = new AnswerReader();

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
  }

  @ParameterizedTest
  @ValueSource(strings = {WITH_LENGTH, IN_CHUNKS, WITHOUT_BODY})
  void an_answer_ends_with_its_last_byte_however_it_comes_in(String answer) {
    for (int piece = 1; piece <= answer.length(); piece++) {
      for (int from = 0; from < answer.length(); from += piece) {
        int to = Math.min(answer.length(), from + piece);
        assertEquals(
            to == answer.length(), reader.take(bytes(answer.substring(from, to))), "at " + to);
      }
      assertEquals(Integer.parseInt(answer.substring(9, 12)), reader.status());
    }
  }

  @Test
  void answers_that_come_together_are_told_apart() {
    ByteBuffer three = bytes(WITH_LENGTH + IN_CHUNKS + WITHOUT_BODY);
    assertTrue(reader.take(three));
    assertEquals(200, reader.status());
    assertTrue(reader.take(three));
    assertEquals(503, reader.status());
    assertTrue(reader.take(three));
    assertEquals(304, reader.status());
    assertFalse(three.hasRemaining());
    assertFalse(reader.take(three));
  }
}
