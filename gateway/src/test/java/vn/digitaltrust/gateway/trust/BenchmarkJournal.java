package vn.digitaltrust.gateway.trust;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import vn.digitaltrust.journal.testing.HashedEntry;

/** Writes the snapshot of a journal into a file, with real hashes, as a service would serve it. */
final class BenchmarkJournal implements AutoCloseable {
  /** Where every snapshot here stands; only the followers' own arithmetic depends on it. */
  static final String HEAD_HASH = HashedEntry.START;

  private final Writer out;
  private String previous = HashedEntry.START;
  private long count;

  BenchmarkJournal(Path file, String name, long entries) throws IOException {
    out = new BufferedWriter(Files.newBufferedWriter(file), 1 << 16);
    out.write(
        "{\"journal\":\"%s\",\"position\":%d,\"hash\":\"%s\"}\n"
            .formatted(name, entries, HEAD_HASH));
  }

  /** One entry: the complete state of an aggregate. */
  void entry(String aggregate, UUID subject, UUID id, String payload) throws IOException {
    var entry =
        HashedEntry.of(
            ++count, previous, aggregate + ".changed", aggregate, subject, id, "PUBLIC", payload);
    out.write(entry.toString());
    out.write('\n');
    previous = entry.get("hash").asText();
  }

  @Override
  public void close() throws IOException {
    out.write("{\"end\":true,\"count\":%d}\n".formatted(count));
    out.close();
  }
}
