package vn.digitaltrust.gateway.trust;

import java.time.Instant;
import java.util.UUID;

/**
 * Whose an account is, and when.
 *
 * @param handle the {@link #key} of the handle, or null
 * @param platformId the {@link #key} of the platform's own id, or null
 * @param startsAt the first instant
 * @param endsAt the first instant after it, or null while it is open
 */
record AccountSpan(
    UUID id, UUID subject, String handle, String platformId, Instant startsAt, Instant endsAt) {

  /** Under what an account is looked up; null without a platform or a value. */
  static String key(String platform, boolean byHandle, String value) {
    return platform == null || value == null ? null : platform + (byHandle ? '@' : '#') + value;
  }

  boolean contains(Instant at) {
    return !at.isBefore(startsAt) && (endsAt == null || at.isBefore(endsAt));
  }
}
