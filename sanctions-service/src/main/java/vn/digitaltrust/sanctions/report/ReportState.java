package vn.digitaltrust.sanctions.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import vn.digitaltrust.journal.StateSchema;
import vn.digitaltrust.journal.Untold;
import vn.digitaltrust.sanctions.registry.ShownName;

/**
 * SAN-6: what the journal tells of a report: all but its evidence, which is read through the API.
 *
 * @param evidence how many pieces there are
 * @param evidenceSha256 the hash of their list (see {@link Untold})
 */
@StateSchema(2)
record ReportState(
    UUID id,
    UUID subject,
    ReportView.Status status,
    String ground,
    String facts,
    int evidence,
    String evidenceSha256,
    Source source,
    Instant receivedAt,
    @JsonProperty("case") UUID caseId,
    String reportedBy) {
  static ReportState of(Report report) {
    ReportView view = ReportView.of(report, ShownName.NONE, true);
    return new ReportState(
        view.id(),
        view.subject(),
        view.status(),
        view.ground(),
        view.facts(),
        view.evidence().size(),
        Untold.sha256(view.evidence()),
        view.source(),
        view.receivedAt(),
        view.caseId(),
        view.reportedBy());
  }
}
