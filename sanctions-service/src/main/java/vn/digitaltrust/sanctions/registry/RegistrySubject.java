package vn.digitaltrust.sanctions.registry;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.UUID;

/**
 * Of a subject of the registry just what is used here.
 *
 * @param kind {@code KOL} or {@code ORGANISATION}
 * @param status the registry's status; values unknown here are treated as a living subject
 * @param canonicalId the id after merges
 * @param erasureRequest the request while the erasure is asked for, or null
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RegistrySubject(
    UUID id, String kind, String status, UUID canonicalId, UUID erasureRequest) {
  boolean erased() {
    return "ERASED".equals(status);
  }
}
