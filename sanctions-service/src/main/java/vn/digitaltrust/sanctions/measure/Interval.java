package vn.digitaltrust.sanctions.measure;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A half-open interval of time.
 *
 * @param startsAt the first instant in it
 * @param endsAt the first instant after it, or null when it has no end; equal to the start when it
 *     is empty
 */
@Schema(name = "SanctionsInterval")
public record Interval(Instant startsAt, @Schema(nullable = true) Instant endsAt) {
  /** Refuses an end before the start. */
  public Interval {
    if (endsAt != null && endsAt.isBefore(startsAt)) {
      throw new IllegalArgumentException("ends " + endsAt + " before it starts " + startsAt);
    }
  }

  /** Whether no instant is in it. */
  public boolean empty() {
    return startsAt.equals(endsAt);
  }

  /** Whether an instant is in it. */
  public boolean contains(Instant at) {
    return !at.isBefore(startsAt) && (endsAt == null || at.isBefore(endsAt));
  }

  /** Whether some instant is in both. */
  public boolean overlaps(Interval other) {
    return !empty()
        && !other.empty()
        && (endsAt == null || other.startsAt.isBefore(endsAt))
        && (other.endsAt == null || startsAt.isBefore(other.endsAt));
  }

  /** The same interval, ending no later than an instant; empty when it starts after it. */
  public Interval cutAt(Instant end) {
    if (endsAt != null && !endsAt.isAfter(end)) {
      return this;
    }
    return new Interval(startsAt, end.isBefore(startsAt) ? startsAt : end);
  }
}
