package vn.digitaltrust.alliance.membership;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The decision to refuse an application.
 *
 * @param reasons what the applicant is told
 */
@Schema(name = "AllianceRefusal")
record RefusalRequest(
    @NotBlank @Size(max = 4000) @Schema(examples = "Chưa nộp giấy tờ xác minh.") String reasons) {}
