package vn.digitaltrust.alliance.certificate;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An assessment that is to become a certificate.
 *
 * @param subject the KOL or KOC, by its id in the registry
 * @param scores the five pillars
 * @param from first day, by the calendar of Asia/Ho_Chi_Minh; today when absent
 */
@Schema(name = "AllianceCertificateGrant")
record GrantRequest(
    @NotNull UUID subject,
    @NotNull @Valid Scores scores,
    @Schema(nullable = true, examples = "2026-11-26") LocalDate from) {}
