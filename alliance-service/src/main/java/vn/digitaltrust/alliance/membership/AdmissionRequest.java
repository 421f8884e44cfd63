package vn.digitaltrust.alliance.membership;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an admin says to an admission.
 *
 * @param reasons what speaks for it, if anything is to be said
 */
@Schema(name = "AllianceAdmission")
record AdmissionRequest(
    @Size(min = 1, max = 4000) @Schema(nullable = true, examples = "Hồ sơ đầy đủ.")
        String reasons) {}
