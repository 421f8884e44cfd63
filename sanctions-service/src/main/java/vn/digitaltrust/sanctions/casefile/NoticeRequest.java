package vn.digitaltrust.sanctions.casefile;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.digitaltrust.sanctions.report.Evidence;

/**
 * Notifies the subject.
 *
 * @param respondBy the last day to respond: the fifth working day or later; the fifth when absent
 */
@Schema(
    name = "SanctionsNoticeRequest",
    examples =
        "{\"allegations\":[{\"ground\":\"DECREE-38-2021-34.5\",\"facts\":\"Sold a supplement as a cure\"}],"
            + "\"evidence\":[{\"title\":\"Recording of the livestream\"}],\"respondBy\":\"2026-12-08\"}")
record NoticeRequest(
    @NotEmpty @Size(max = 50) List<@NotNull @Valid Allegation> allegations,
    @NotEmpty @Size(max = 50) List<@NotNull @Valid Evidence> evidence,
    @Schema(nullable = true) LocalDate respondBy) {}
