package vn.digitaltrust.registry.claim;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A claim as it is shown.
 *
 * @param subject who claims the account
 * @param code what to show on the account; told to the claimant alone and only while it counts
 * @param attestedBy the organisation whose client saw the code
 * @param decidedBy the registrar, told to registrars and auditors alone
 */
@Schema(name = "RegistryAccountClaim")
record ClaimView(
    UUID id,
    UUID account,
    UUID subject,
    ClaimStatus status,
    @Schema(
            nullable = true,
            description = "What to show on the account; told to the claimant alone")
        String code,
    Instant claimedAt,
    Instant codeEndsAt,
    @Schema(nullable = true, description = "The organisation whose client saw the code")
        UUID attestedBy,
    @Schema(nullable = true) Instant attestedAt,
    @Schema(nullable = true, description = "Told to registrars and auditors alone")
        String decidedBy,
    @Schema(nullable = true) Instant decidedAt,
    @Schema(nullable = true) String reason) {

  static ClaimView of(AccountClaim claim, String code, boolean forOffice) {
    return new ClaimView(
        claim.id(),
        claim.account(),
        claim.subject(),
        claim.status(),
        code,
        claim.claimedAt(),
        claim.codeEndsAt(),
        claim.attestedBy(),
        claim.attestedAt(),
        forOffice ? claim.decidedBy() : null,
        claim.decidedAt(),
        claim.reason());
  }

  /** Without the code (CLM-7). */
  @Override
  public String toString() {
    return "ClaimView[id=" + id + ", status=" + status + "]";
  }
}
