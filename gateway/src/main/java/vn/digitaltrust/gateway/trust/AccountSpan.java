package vn.digitaltrust.gateway.trust;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.digitaltrust.gateway.account.Platform;

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

  /**
   * One character, which no name of a platform can be, for each that is known: millions hold it.
   */
  private static final Map<String, String> CODES =
      Arrays.stream(Platform.values())
          .collect(
              Collectors.toMap(
                  Platform::name, known -> String.valueOf((char) (1 + known.ordinal()))));

  /** Under what an account is looked up; null without a platform or a value. */
  static String key(String platform, boolean byHandle, String value) {
    if (platform == null || value == null) {
      return null;
    }
    return CODES.getOrDefault(platform, platform) + (byHandle ? '@' : '#') + value;
  }

  boolean contains(Instant at) {
    return !at.isBefore(startsAt) && (endsAt == null || at.isBefore(endsAt));
  }
}
