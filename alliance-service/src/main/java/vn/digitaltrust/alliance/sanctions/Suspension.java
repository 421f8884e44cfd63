package vn.digitaltrust.alliance.sanctions;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.digitaltrust.vocabulary.Span;

/**
 * A span in which a measure pauses a right; stays, liftings and annulments are already taken out.
 *
 * @param measure the measure behind it; null where it is told in public
 * @param startsAt first instant of the pause
 * @param endsAt first instant after the pause; {@code null} = until the measure ends
 */
@Embeddable
public record Suspension(
    @Column(nullable = false)
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
            extensions = @Extension(name = "x-may-be-absent", value = "true", parseValue = true),
            description = "Only for the subject, the alliance and auditors; absent for others")
        UUID measure,
    @Column(name = "starts_at", nullable = false) Instant startsAt,
    @Column(name = "ends_at")
        @Schema(nullable = true, description = "Exclusive; null until the measure ends")
        Instant endsAt) {

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

  /**
   * ALL-90: what is public of pauses at an instant: those that are not over, without their
   * measures, as long as the right itself is not over.
   *
   * @param last when the right ends; null = not yet
   */
  public static List<Suspension> inPublic(
      Instant now, Instant last, Collection<Suspension> pauses) {
    if (last != null && !now.isBefore(last)) {
      return List.of();
    }
    return pauses.stream()
        .filter(pause -> pause.endsAt == null || now.isBefore(pause.endsAt))
        .map(pause -> new Suspension(null, pause.startsAt, pause.endsAt))
        .toList();
  }

  /**
   * ALL-91: whether a pause that was told has ended since.
   *
   * @param toldAt when the journal was told last; null = not since such pauses are left out
   */
  public static boolean endedSince(Instant toldAt, Instant now, Collection<Suspension> pauses) {
    return toldAt == null
        ? !pauses.isEmpty()
        : pauses.stream()
            .map(Suspension::endsAt)
            .anyMatch(end -> end != null && toldAt.isBefore(end) && !now.isBefore(end));
  }

  /** The pause as a span of time. */
  public Span span() {
    return new Span(startsAt, endsAt);
  }
}
