package vn.digitaltrust.alliance.sanctions;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Reads a measure from its public state; only what is used here, the most restrictive way. */
final class MeasureReading {
  private static final Logger LOG = Logger.getLogger(MeasureReading.class);

  private MeasureReading() {}

  /** The measure, or empty when the state does not tell what it is about, which is logged. */
  static Optional<Measure> of(JsonNode state) {
    try {
      MeasureKind kind = MeasureKind.of(state.path("kind").asText());
      if (kind == MeasureKind.UNKNOWN) {
        LOG.errorf(
            "Measure %s has the unknown kind '%s': it pauses certificate and membership",
            state.path("id").asText(), state.path("kind").asText());
      }
      JsonNode end = state.path("end");
      Measure.End how = end(end, state);
      return Optional.of(
          new Measure(
              UUID.fromString(state.path("id").asText()),
              UUID.fromString(state.path("subject").asText()),
              kind,
              text(state.path("ground").path("code")),
              required(state, "startsAt"),
              instant(state.path("endsAt")),
              stays(state.path("stays")),
              how,
              how == Measure.End.LIFTED ? required(end, "at") : null));
    } catch (IllegalArgumentException | DateTimeException unreadable) {
      LOG.errorf(unreadable, "A measure cannot be read: %s", state.path("id").asText());
      return Optional.empty();
    }
  }

  private static Measure.End end(JsonNode end, JsonNode state) {
    if (!end.hasNonNull("state")) {
      return null;
    }
    String name = end.get("state").asText();
    for (Measure.End known : Measure.End.values()) {
      if (known.name().equals(name)) {
        return known;
      }
    }
    LOG.errorf("Measure %s has the unknown end '%s': it goes on", state.path("id").asText(), name);
    return null;
  }

  private static List<Span> stays(JsonNode stays) {
    List<Span> spans = new ArrayList<>();
    for (JsonNode stay : stays) {
      spans.add(new Span(required(stay, "startsAt"), instant(stay.path("endsAt"))));
    }
    return spans;
  }

  private static Instant required(JsonNode node, String property) {
    Instant instant = instant(node.path(property));
    if (instant == null) {
      throw new IllegalArgumentException("no " + property);
    }
    return instant;
  }

  private static Instant instant(JsonNode node) {
    String text = text(node);
    return text == null ? null : Instant.parse(text).truncatedTo(ChronoUnit.MICROS);
  }

  private static String text(JsonNode node) {
    return node.isNull() || node.isMissingNode() ? null : node.asText();
  }
}
