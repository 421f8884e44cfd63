package vn.digitaltrust.journal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Writes entries as they go over the wire, as one JSON document or as lines. */
final class EntryWriter implements Closeable {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().build().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

  private final JsonGenerator json;
  private final boolean trail;

  private EntryWriter(OutputStream out, boolean trail, String separator) throws IOException {
    this.json = FACTORY.createGenerator(out);
    this.trail = trail;
    json.setPrettyPrinter(new MinimalPrettyPrinter(separator));
  }

  /**
   * Every value on a line of its own.
   *
   * @param trail whether to show who did it
   */
  static EntryWriter lines(OutputStream out, boolean trail) throws IOException {
    return new EntryWriter(out, trail, "\n");
  }

  /** The page as lines: entries, then the head. */
  void lines(JournalReader.Page page) throws IOException {
    for (JournalReader.Line line : page.lines()) {
      line(line);
    }
    json.writeStartObject();
    head(page.head());
    json.writeEndObject();
    json.writeRaw('\n');
  }

  /** The page as one document. */
  void document(JournalReader.Page page) throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("entries");
    for (JournalReader.Line line : page.lines()) {
      line(line);
    }
    json.writeEndArray();
    head(page.head());
    json.writeEndObject();
  }

  private void head(Position head) throws IOException {
    json.writeObjectFieldStart("head");
    json.writeNumberField("position", head.number());
    json.writeStringField("hash", head.hash());
    json.writeEndObject();
  }

  /** The first line of a snapshot. */
  void snapshotHeader(String journal, Position position) throws IOException {
    json.writeStartObject();
    json.writeStringField("journal", journal);
    json.writeNumberField("position", position.number());
    json.writeStringField("hash", position.hash());
    json.writeEndObject();
  }

  /** The last line of a snapshot. */
  void snapshotFooter(long count) throws IOException {
    json.writeStartObject();
    json.writeBooleanField("end", true);
    json.writeNumberField("count", count);
    json.writeEndObject();
    json.writeRaw('\n');
  }

  private void line(JournalReader.Line line) throws IOException {
    if (line.entry() != null) {
      entry(line.entry());
      return;
    }
    json.writeStartObject();
    json.writeNumberField("position", line.position());
    json.writeStringField("hash", Hex.of(line.hash()));
    json.writeEndObject();
  }

  /** One entry, with all that is needed to compute its hash again. */
  void entry(StoredEntry entry) throws IOException {
    json.writeStartObject();
    json.writeNumberField("position", entry.position());
    json.writeStringField("hash", Hex.of(entry.hash()));
    json.writeStringField("previous", Hex.of(entry.previous()));
    json.writeStringField("recordedAt", entry.recordedAt().toString());
    json.writeStringField("type", entry.type());
    json.writeStringField("subject", entry.subject().toString());
    json.writeStringField("aggregate", entry.aggregate());
    json.writeStringField("aggregateId", entry.aggregateId().toString());
    json.writeNumberField("version", entry.version());
    json.writeStringField("audience", entry.audience());
    json.writeNumberField("schema", entry.schema());
    json.writeStringField("commitment", Hex.of(entry.payloadCommitment()));
    json.writeStringField("trailCommitment", Hex.of(entry.trailCommitment()));
    if (entry.erased()) {
      json.writeBooleanField("erased", true);
      json.writeNullField("salt");
      json.writeNullField("payload");
    } else {
      json.writeStringField("salt", Hex.of(entry.salt()));
      json.writeStringField("payload", new String(entry.payload(), StandardCharsets.UTF_8));
    }
    if (trail) {
      trail(entry);
    }
    json.writeEndObject();
  }

  private void trail(StoredEntry entry) throws IOException {
    json.writeObjectFieldStart("trail");
    json.writeStringField("salt", Hex.of(entry.trailSalt()));
    json.writeStringField("actor", entry.actor());
    json.writeStringField("requestId", entry.requestId());
    json.writeArrayFieldStart("parties");
    for (UUID party : entry.parties()) {
      json.writeString(party.toString());
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  @Override
  public void close() throws IOException {
    json.close();
  }
}
