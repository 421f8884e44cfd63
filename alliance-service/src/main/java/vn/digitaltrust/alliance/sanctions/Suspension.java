package vn.digitaltrust.alliance.sanctions;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;
import vn.digitaltrust.vocabulary.Span;

/**
 * A span in which a measure pauses a right; stays, liftings and annulments are already taken out.
 *
 * @param measure the measure behind it
 * @param startsAt first instant of the pause
 * @param endsAt first instant after the pause; {@code null} = until the measure ends
 */
@Embeddable
public record Suspension(
    @Column(nullable = false) UUID measure,
    @Column(name = "starts_at", nullable = false) Instant startsAt,
    @Column(name = "ends_at") Instant endsAt) {

  /** In order of time; two that begin together by their measure. */
  public static final Comparator<Suspension> BY_TIME =
      Comparator.comparing(Suspension::startsAt).thenComparing(Suspension::measure);

  /**
   * The first instant after this one at which a right may stand otherwise; null when none is known.
   *
   * @param last when the right ends; null = not yet
   * @param others its boundaries that are no pause's, nulls among them
   */
  public static Instant nextBoundary(
      Instant now, Instant last, Collection<Suspension> pauses, Instant... others) {
    return Stream.concat(
            Stream.of(others),
            pauses.stream().flatMap(pause -> Stream.of(pause.startsAt, pause.endsAt)))
        .filter(at -> at != null && now.isBefore(at))
        .filter(at -> last == null || !at.isAfter(last))
        .min(Instant::compareTo)
        .orElse(null);
  }

  /** The pause as a span of time. */
  public Span span() {
    return new Span(startsAt, endsAt);
  }
}
