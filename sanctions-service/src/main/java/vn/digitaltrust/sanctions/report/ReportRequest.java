package vn.digitaltrust.sanctions.report;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Somebody reports what a subject did.
 *
 * @param ground the ground that the reporter thinks of, or absent
 */
@Schema(
    name = "SanctionsReportRequest",
    examples =
        "{\"subject\":\"019ab2f0-0000-7000-8000-000000000001\",\"ground\":\"DECREE-38-2021-34.5\",\"facts\":\"Sold a supplement as a cure\","
            + "\"evidence\":[{\"title\":\"Recording of the livestream\"}],\"source\":\"OTHER_NOTIFICATION\"}")
record ReportRequest(
    @NotNull UUID subject,
    @Schema(nullable = true) @Size(max = 60) String ground,
    @NotBlank @Size(max = 10000) String facts,
    @Size(max = 50) List<@NotNull @Valid Evidence> evidence,
    @NotNull Source source) {
  ReportRequest {
    evidence = evidence == null ? List.of() : List.copyOf(evidence);
  }
}
