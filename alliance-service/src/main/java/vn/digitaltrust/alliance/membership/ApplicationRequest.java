package vn.digitaltrust.alliance.membership;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An application for membership.
 *
 * @param subject who is to become a member, by its id in the registry
 * @param codeOfConduct the version of the code of conduct that the applicant accepts
 * @param acceptance the proof of it, when an admin of the alliance or a representative enters the
 *     application; absent when one applies for oneself, which is the acceptance
 */
@Schema(name = "AllianceApplication")
record ApplicationRequest(
    @NotNull UUID subject,
    @NotNull @Pattern(regexp = "[0-9]{1,4}\\.[0-9]{1,4}") @Schema(examples = "1.0")
        String codeOfConduct,
    @Valid @Schema(nullable = true) Acceptance acceptance) {}
