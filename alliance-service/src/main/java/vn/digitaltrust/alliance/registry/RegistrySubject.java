package vn.digitaltrust.alliance.registry;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.UUID;

/**
 * Of a subject of the registry just what is used here.
 *
 * @param id the id that was asked for
 * @param kind {@code KOL} or {@code ORGANISATION}
 * @param status the registry's status; what is unknown here admits nobody
 * @param canonicalId the id after merges
 * @param erasureRequest the request while the erasure is asked for, or null
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RegistrySubject(
    UUID id, String kind, String status, UUID canonicalId, UUID erasureRequest) {

  /** Whether it is a KOL or KOC. */
  public boolean isKol() {
    return "KOL".equals(kind);
  }

  /** Whether it is an organisation. */
  public boolean isOrganisation() {
    return "ORGANISATION".equals(kind);
  }

  /** Whether it has the status. */
  public boolean is(String asked) {
    return asked.equals(status);
  }

  /** Whether it goes by another id now. */
  public boolean isMerged() {
    return is("MERGED") || canonicalId != null && !canonicalId.equals(id);
  }
}
