package vn.digitaltrust.sanctions.casefile;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody declares an interest of their own in a case. */
@Schema(name = "SanctionsInterestRequest", examples = "{\"reason\":\"The subject is a relative\"}")
record InterestRequest(@NotBlank @Size(max = 2000) String reason) {}
