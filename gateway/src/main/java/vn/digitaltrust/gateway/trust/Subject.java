package vn.digitaltrust.gateway.trust;

import java.util.UUID;

/**
 * A subject as the registry shows it.
 *
 * @param status the registry's word for it; only {@code REGISTERED} is a registered subject
 * @param mergedInto the subject that it turned out to be, or null
 */
record Subject(UUID id, String kind, String status, String registrationNumber, UUID mergedInto) {

  boolean registered() {
    return "REGISTERED".equals(status);
  }
}
