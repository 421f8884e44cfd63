package vn.digitaltrust.alliance.sanctions;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.digitaltrust.vocabulary.Span;

/**
 * What the alliance needs to know of a measure that sanctions decided or recorded.
 *
 * @param id the measure
 * @param subject whom it concerns, as sanctions was given it (merges are resolved on read)
 * @param kind what it does
 * @param ground code of the legal or contractual ground; {@code null} when not told
 * @param startsAt its first instant
 * @param endsAt first instant after it by its own term; {@code null} = until it is ended
 * @param stays spans during which it does not apply; its end does not move
 * @param end how it was ended before its term; {@code null} = it was not
 * @param endedAt when a lifting takes effect; {@code null} without one
 */
public record Measure(
    UUID id,
    UUID subject,
    MeasureKind kind,
    String ground,
    Instant startsAt,
    Instant endsAt,
    List<Span> stays,
    End end,
    Instant endedAt) {

  /** The ends that are not by time. */
  public enum End {
    /** Ended early, was right: applied until {@code endedAt}. */
    LIFTED,
    /** Should never have been: never in force, for any instant. */
    ANNULLED
  }

  /** Keeps its own list of stays. */
  public Measure {
    stays = List.copyOf(stays);
  }

  /** ALL-20: the time it was to apply, before stays; {@code null} when it was annulled. */
  Span gross() {
    if (end == End.ANNULLED) {
      return null;
    }
    return new Span(startsAt, end == End.LIFTED ? Span.earlier(endsAt, endedAt) : endsAt);
  }

  /** ALL-20: the spans in which it is in force; none when annulled or never begun. */
  public List<Span> net() {
    Span gross = gross();
    return gross == null ? List.of() : gross.minus(stays);
  }

  /** ALL-20: whether it is in force at the instant. */
  public boolean inForce(Instant at) {
    return net().stream().anyMatch(span -> span.contains(at));
  }
}
