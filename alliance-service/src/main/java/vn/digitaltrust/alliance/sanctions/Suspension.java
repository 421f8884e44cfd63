package vn.digitaltrust.alliance.sanctions;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

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

  /** The pause as a span of time. */
  public Span span() {
    return new Span(startsAt, endsAt);
  }
}
