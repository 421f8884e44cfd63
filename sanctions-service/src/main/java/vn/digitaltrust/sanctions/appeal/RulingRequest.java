package vn.digitaltrust.sanctions.appeal;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Pronounces what the majority of the panel found; what changes was fixed by its votes. */
@Schema(name = "SanctionsRulingRequest", examples = "{\"reasons\":\"The decision stands\"}")
record RulingRequest(@NotBlank @Size(max = 20000) String reasons) {}
