package vn.digitaltrust.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RowBatchesTest extends JournalTest {
  private static final String NOTES =
      "insert into note (id, version, text) select id, 0, text from unnest(?, ?) as n (id, text)";

  @Inject DataSource dataSource;

  private RowBatches notes() {
    return new RowBatches(dataSource, NOTES, "uuid", "text");
  }

  private void write(RowBatches rows, String text, int count) {
    for (int i = 0; i < count; i++) {
      rows.add(UUID.randomUUID(), text);
    }
  }

  private static long written(String text) {
    return number(DATABASE, "select count(*) from note where text = '" + text + "'");
  }

  @Test
  @DisplayName("JRN-28: every row is written in the caller's transaction, and none without it")
  void together() {
    String kept = "kept " + UUID.randomUUID();
    desk.inTransaction(
        entities -> {
          try (RowBatches rows = notes()) {
            write(rows, kept, 2_500);
            assertEquals(0, written(kept), "nobody sees them yet");
          }
        });
    assertEquals(2_500, written(kept));
    String undone = "undone " + UUID.randomUUID();
    assertThrows(
        IllegalArgumentException.class,
        () ->
            desk.inTransaction(
                entities -> {
                  try (RowBatches rows = notes()) {
                    write(rows, undone, 1_000);
                  }
                  throw new IllegalArgumentException("as asked");
                }));
    assertEquals(0, written(undone));
    try (RowBatches rows = notes()) {
      assertThrows(IllegalArgumentException.class, () -> rows.add("too few"));
    }
  }
}
