package vn.digitaltrust.registry.subject;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a subject's identity was checked; never a copy of a document.
 *
 * @param method by what
 * @param level how strongly, from 1 to 3
 * @param verifiedAt when: since 2000, and not in the future
 */
@Schema(name = "RegistryVerification")
public record VerificationRequest(
    @NotNull VerificationMethod method,
    @NotNull @Min(1) @Max(3) @Schema(examples = "2") Integer level,
    @NotNull @Schema(examples = "2026-03-02T08:00:00Z") Instant verifiedAt) {}
