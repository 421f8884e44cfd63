package vn.digitaltrust.alliance.sanctions;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.logging.Logger;
import vn.digitaltrust.journal.Entry;
import vn.digitaltrust.journal.Moment;
import vn.digitaltrust.vocabulary.Span;

/**
 * ALL-26: reads a measure from its public state, or from that told inside; only what is used here,
 * and what cannot be read in the way that restricts most. Every such reading is logged.
 */
final class MeasureReading {
  private static final Logger LOG = Logger.getLogger(MeasureReading.class);
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  private final JsonNode state;
  private final List<String> unread = new ArrayList<>();

  private MeasureReading(JsonNode state) {
    this.state = state;
  }

  /** The measure that sanctions answered with; empty when that cannot be read whole. */
  static Optional<Measure> of(JsonNode state) {
    MeasureReading reading = new MeasureReading(state);
    Measure measure = reading.read(null, null, null);
    reading.log(state.path("id").asText(), measure);
    return reading.unread.isEmpty() ? Optional.of(measure) : Optional.empty();
  }

  /**
   * The measure that an entry tells. What its state leaves open is filled in from the entry: whom
   * it concerns, and that it holds from when it was recorded, without a term and without a stay.
   */
  static Measure of(Entry entry) {
    MeasureReading reading = new MeasureReading(entry.state());
    Measure measure = reading.read(entry.aggregateId(), entry.subject(), entry.recordedAt());
    reading.log(entry.aggregateId().toString(), measure);
    return measure;
  }

  private Measure read(UUID id, UUID subject, Instant startsAt) {
    JsonNode end = state.path("end");
    Measure.End how = end(end);
    Instant liftedAt = how == Measure.End.LIFTED ? required(end, "at", null) : null;
    return new Measure(
        required(state, "id", UUID::fromString, id),
        required(state, "subject", UUID::fromString, subject),
        MeasureKind.of(state.path("kind").asText()),
        text(state.path("ground").path("code")),
        required(state, "startsAt", startsAt),
        optional(state, "endsAt"),
        stays(state.path("stays")),
        how == Measure.End.LIFTED && liftedAt == null ? null : how,
        liftedAt);
  }

  private Measure.End end(JsonNode end) {
    if (end.isMissingNode() || end.isNull()) {
      return null;
    }
    String name = end.path("state").asText();
    for (Measure.End known : Measure.End.values()) {
      if (known.name().equals(name)) {
        return known;
      }
    }
    LOG.errorf("Measure %s has the unknown end '%s': it goes on", state.path("id").asText(), name);
    return null;
  }

  /** A stay of which either end cannot be read is none. */
  private List<Span> stays(JsonNode stays) {
    List<Span> spans = new ArrayList<>();
    for (JsonNode stay : stays) {
      int before = unread.size();
      Instant startsAt = required(stay, "startsAt", null);
      Instant endsAt = optional(stay, "endsAt");
      if (unread.size() == before) {
        spans.add(new Span(startsAt, endsAt));
      }
    }
    return spans;
  }

  private Instant required(JsonNode node, String property, Instant otherwise) {
    return required(node, property, MeasureReading::instant, otherwise);
  }

  private <T> T required(JsonNode node, String property, Function<String, T> parse, T otherwise) {
    String text = text(node.path(property));
    try {
      if (text != null) {
        return parse.apply(text);
      }
    } catch (IllegalArgumentException | DateTimeException unreadable) {
      LOG.debugf(unreadable, "property %s", property);
    }
    unread.add(property);
    return otherwise;
  }

  private Instant optional(JsonNode node, String property) {
    return text(node.path(property)) == null ? null : required(node, property, null);
  }

  private static Instant instant(String text) {
    Instant instant = Moment.exact(Instant.parse(text));
    if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
      throw new DateTimeException("outside of the years 1 to 9999");
    }
    return instant;
  }

  private static String text(JsonNode node) {
    return node.isNull() || node.isMissingNode() ? null : node.asText();
  }

  private void log(String id, Measure measure) {
    if (measure.kind() == MeasureKind.UNKNOWN) {
      LOG.errorf(
          "Measure %s has the unknown kind '%s': it pauses certificate and membership",
          id, state.path("kind").asText());
    }
    if (!unread.isEmpty()) {
      LOG.errorf("Of measure %s cannot be read: %s; the strictest is assumed", id, unread);
    }
  }
}
