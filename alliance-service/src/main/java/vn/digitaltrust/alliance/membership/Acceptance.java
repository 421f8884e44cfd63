package vn.digitaltrust.alliance.membership;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The proof that a subject itself accepted the code of conduct, stated by an admin who enters the
 * application for it. The document stays with the alliance; its hash says which one it was.
 *
 * @param title what the document is called
 * @param sha256 hash of the document, in lower-case hex
 * @param acceptedOn the day on which the subject accepted, by the calendar of Asia/Ho_Chi_Minh
 */
@Embeddable
@Schema(name = "AllianceAcceptance")
record Acceptance(
    @Column(name = "acceptance_title")
        @NotBlank
        @Size(max = 300)
        @Schema(examples = "Bản cam kết đã ký")
        String title,
    @Column(name = "acceptance_sha256")
        @NotNull
        @Pattern(regexp = "[0-9a-f]{64}")
        @Schema(examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String sha256,
    @Column(name = "accepted_on") @NotNull @Schema(examples = "2026-11-20") LocalDate acceptedOn) {}
