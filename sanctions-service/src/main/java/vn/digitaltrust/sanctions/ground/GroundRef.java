package vn.digitaltrust.sanctions.ground;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A ground as it stands in a decision: its words at that time.
 *
 * @param code the key of the catalogue
 * @param title the name in Vietnamese
 * @param provision the article, as the catalogue or the authority names it
 */
@Schema(name = "SanctionsGroundRef")
public record GroundRef(
    @Schema(examples = "DECREE-38-2021-34.5") String code, String title, String provision) {
  /** The same ground with the provision that an authority names. */
  public GroundRef at(String namedProvision) {
    return new GroundRef(code, title, namedProvision);
  }
}
