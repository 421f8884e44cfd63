package vn.digitaltrust.registry.claim;

import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a claim stands. */
@Schema(name = "RegistryClaimStatus")
enum ClaimStatus {
  CLAIMED,
  PROVEN,
  CONTESTED,
  REFUSED;

  /** Whether a claim may go from here to there. */
  boolean mayBecome(ClaimStatus next) {
    return switch (this) {
      case CLAIMED -> Set.of(PROVEN, CONTESTED, REFUSED).contains(next);
      case CONTESTED -> Set.of(PROVEN, REFUSED).contains(next);
      case PROVEN, REFUSED -> false;
    };
  }
}
