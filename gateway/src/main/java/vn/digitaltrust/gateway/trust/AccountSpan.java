package vn.digitaltrust.gateway.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Whose an account is, and when.
 *
 * @param handle the key of the handle, or null
 * @param platformId the platform's own id, or null
 */
record AccountSpan(
    UUID id, UUID subject, String platform, String handle, String platformId, Interval span) {

  /** How an account is looked up. */
  record Key(String platform, boolean byHandle, String value) {}

  /** The keys under which it is found; none when it was erased. */
  List<Key> keys() {
    List<Key> keys = new ArrayList<>(2);
    if (platform != null && handle != null) {
      keys.add(new Key(platform, true, handle));
    }
    if (platform != null && platformId != null) {
      keys.add(new Key(platform, false, platformId));
    }
    return keys;
  }
}
