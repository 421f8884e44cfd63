package vn.digitaltrust.journal;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Reads entries as they come over the wire, and checks them. */
final class Wire {
  /** One JSON text per line. */
  static final String NDJSON = "application/x-ndjson";

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final ObjectReader LINES =
      JsonMapper.builder()
          .defaultSetterInfo(JsonSetter.Value.forValueNulls(Nulls.SKIP))
          .build()
          .readerFor(WireLine.class);

  private Wire() {}

  /**
   * A page of the feed: entries, then a line with the head.
   *
   * @throws UncheckedIOException when it is cut off, leaves a gap, or a hash does not add up
   */
  static JournalPage page(Position after, InputStream body) {
    List<Entry> entries = new ArrayList<>();
    Position at = after;
    try (MappingIterator<WireLine> lines = LINES.readValues(body)) {
      while (lines.hasNextValue()) {
        WireLine line = lines.nextValue();
        if (line.head != null) {
          return new JournalPage(entries, new Position(line.head.position, line.head.hash));
        }
        Entry entry = entry(line);
        requireNext(at, entry, line);
        entries.add(entry);
        at = entry.at();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw broken("a page of the journal was cut off after " + at.number());
  }

  private static void requireNext(Position at, Entry entry, WireLine line) {
    if (entry.position() != at.number() + 1) {
      throw broken("position " + entry.position() + " follows " + at.number());
    }
    if (!entry.passedOver() && !at.hash().equals(line.previous)) {
      throw broken("entry " + entry.position() + " does not build on the one before it");
    }
  }

  /** The lines of a block. */
  static List<WireLine> lines(byte[] block) {
    try (MappingIterator<WireLine> lines = LINES.readValues(block)) {
      return lines.readAll();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * An entry; its hash is computed again unless it is passed over.
   *
   * @throws UncheckedIOException when it does not add up
   */
  static Entry entry(WireLine line) {
    if (line.position < 1 || !Position.isHash(line.hash)) {
      throw broken("an entry without position and hash");
    }
    if (line.type == null) {
      return Entry.passedOver(line.position, line.hash);
    }
    try {
      return readable(line);
    } catch (IllegalArgumentException | DateTimeParseException | ArithmeticException e) {
      throw new UncheckedIOException(
          new IOException("entry " + line.position + " is malformed", e));
    }
  }

  private static Entry readable(WireLine line) {
    Instant recordedAt = Instants.parse(line.recordedAt);
    UUID subject = UUID.fromString(line.subject);
    UUID aggregateId = UUID.fromString(line.aggregateId);
    byte[] commitment = Hex.bytes(line.commitment);
    byte[] computed =
        Chain.entryHash(
            Hex.bytes(line.previous),
            line.position,
            recordedAt,
            line.type,
            subject,
            line.aggregate,
            aggregateId,
            line.version,
            line.audience,
            line.schema,
            commitment,
            Hex.bytes(line.trailCommitment));
    if (!Hex.of(computed).equals(line.hash)) {
      throw broken("the hash of entry " + line.position + " does not add up");
    }
    JsonNode state = null;
    if (line.payload != null) {
      byte[] payload = line.payload.getBytes(StandardCharsets.UTF_8);
      if (!Arrays.equals(Chain.payloadCommitment(Hex.bytes(line.salt), payload), commitment)) {
        throw broken("the payload of entry " + line.position + " is not the one committed to");
      }
      state = parse(line.payload);
    }
    return new Entry(
        line.position,
        line.hash,
        recordedAt,
        line.type,
        subject,
        line.aggregate,
        aggregateId,
        line.version,
        Audience.of(line.audience),
        line.schema,
        state);
  }

  static JsonNode parse(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(new IOException("not JSON: " + e.getOriginalMessage()));
    }
  }

  static UncheckedIOException broken(String why) {
    return new UncheckedIOException(new IOException(why));
  }
}
