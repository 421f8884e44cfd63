package vn.digitaltrust.gateway.trust;

import java.time.Instant;

/**
 * A half-open span of time.
 *
 * @param startsAt the first instant
 * @param endsAt the first instant after it, or null while it is open
 */
record Interval(Instant startsAt, Instant endsAt) {

  boolean contains(Instant at) {
    return !at.isBefore(startsAt) && (endsAt == null || at.isBefore(endsAt));
  }
}
