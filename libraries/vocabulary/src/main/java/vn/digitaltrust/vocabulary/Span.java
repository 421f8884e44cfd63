package vn.digitaltrust.vocabulary;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A half-open span of time: {@code startsAt} belongs to it, {@code endsAt} does not. One that ends
 * at or before its beginning is empty, so that spans which others tell can be held as they are; who
 * decides a span makes it {@link #inOrder}.
 *
 * @param startsAt first instant of the span
 * @param endsAt first instant after the span; {@code null} = without end
 */
public record Span(Instant startsAt, Instant endsAt) {

  /** Refuses a span without a beginning. */
  public Span {
    Objects.requireNonNull(startsAt, "startsAt");
  }

  /**
   * A span that does not end before it begins.
   *
   * @throws IllegalArgumentException when it would
   */
  public static Span inOrder(Instant startsAt, Instant endsAt) {
    if (endsAt != null && endsAt.isBefore(startsAt)) {
      throw new IllegalArgumentException("ends " + endsAt + " before it starts " + startsAt);
    }
    return new Span(startsAt, endsAt);
  }

  /** True when no instant lies in the span: it ends at or before its beginning. */
  public boolean empty() {
    return endsAt != null && !startsAt.isBefore(endsAt);
  }

  /** True when the instant lies in the span. */
  public boolean contains(Instant instant) {
    return !instant.isBefore(startsAt) && (endsAt == null || instant.isBefore(endsAt));
  }

  /** True when at least one instant lies in both spans. */
  public boolean overlaps(Span other) {
    return !empty()
        && !other.empty()
        && (other.endsAt == null || startsAt.isBefore(other.endsAt))
        && (endsAt == null || other.startsAt.isBefore(endsAt));
  }

  /** The same span, ending no later than an instant; empty when it starts after it. */
  public Span cutAt(Instant end) {
    if (endsAt != null && !endsAt.isAfter(end)) {
      return this;
    }
    return new Span(startsAt, end.isBefore(startsAt) ? startsAt : end);
  }

  /** The earlier of two ends; {@code null} is the end that never comes. */
  public static Instant earlier(Instant one, Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }

  /** What is left of this span when the cuts are taken out of it: in order of time, none empty. */
  public List<Span> minus(Collection<Span> cuts) {
    List<Span> rest = empty() ? List.of() : List.of(this);
    for (Span cut : cuts) {
      rest = rest.stream().flatMap(span -> span.minus(cut)).toList();
    }
    return rest;
  }

  private Stream<Span> minus(Span cut) {
    if (!overlaps(cut)) {
      return Stream.of(this);
    }
    Stream<Span> before = Stream.of(new Span(startsAt, cut.startsAt));
    Stream<Span> after =
        cut.endsAt == null ? Stream.empty() : Stream.of(new Span(cut.endsAt, endsAt));
    return Stream.concat(before, after).filter(span -> !span.empty());
  }
}
