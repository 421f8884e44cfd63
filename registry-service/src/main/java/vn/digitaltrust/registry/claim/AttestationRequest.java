package vn.digitaltrust.registry.claim;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a platform saw on an account.
 *
 * @param code as it was shown; case, blanks and dashes do not count
 */
@Schema(name = "RegistryAttestation")
record AttestationRequest(
    @NotBlank
        @Pattern(regexp = "[0-9A-Za-z\\s-]{1,64}")
        @Schema(format = "challenge-code", examples = "DT-7K2M-9QXA-04CD-EF5G")
        String code) {

  /** Without the code (CLM-7). */
  @Override
  public String toString() {
    return "AttestationRequest[]";
  }
}
