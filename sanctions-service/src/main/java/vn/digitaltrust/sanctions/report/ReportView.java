package vn.digitaltrust.sanctions.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.digitaltrust.sanctions.registry.ShownName;

/**
 * A report as its reporter and the staff see it.
 *
 * @param status {@code RECEIVED}, or {@code IN_CASE} once a case was opened from it
 * @param caseId the case; only for staff, since that a case is open is not public
 * @param reportedBy who reported; only for staff
 */
@Schema(name = "SanctionsReport")
record ReportView(
    UUID id,
    UUID subject,
    @Schema(
            nullable = true,
            description =
                "The subject's shown name, for those who work here; null or absent for others, and"
                    + " when no name may be shown")
        String subjectName,
    @Schema(nullable = true, description = ShownName.NUMBER) String subjectNumber,
    Status status,
    @Schema(nullable = true) String ground,
    @Schema(nullable = true) String facts,
    List<Evidence> evidence,
    Source source,
    Instant receivedAt,
    @JsonProperty("case") @Schema(nullable = true) UUID caseId,
    @Schema(nullable = true) String reportedBy) {
  @Schema(name = "SanctionsReportStatus")
  enum Status {
    RECEIVED,
    IN_CASE
  }

  static ReportView of(Report report, ShownName shown, boolean staff) {
    return new ReportView(
        report.id,
        report.subject,
        shown.name(),
        shown.number(),
        report.caseId == null || !staff ? Status.RECEIVED : Status.IN_CASE,
        report.ground,
        report.facts,
        report.evidence,
        report.source,
        report.receivedAt,
        staff ? report.caseId : null,
        staff ? report.reportedBy : null);
  }
}
