package vn.digitaltrust.sanctions.casefile;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.digitaltrust.journal.StateSchema;

/**
 * SAN-19: what the journal tells of a case: how it stands, and the step that brought it there.
 * Nothing in it grows with the case but the ids of its reports and measures, which have bounds.
 *
 * @param reports only for those who work on cases
 * @param step the act that is told; null when there is none that the reader may know of
 */
@StateSchema(2)
record CaseState(
    UUID id,
    UUID subject,
    String title,
    CaseStatus status,
    Instant openedAt,
    List<UUID> reports,
    Instant windowClosesAt,
    List<UUID> measures,
    List<UUID> interimMeasures,
    Instant appealBy,
    UUID appeal,
    Instant endedAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) CaseStep step) {
  /**
   * @param links what belongs to the case
   * @param step what was done, or null
   * @param staff whether the reader works on cases
   */
  static CaseState of(CaseFile file, Links links, CaseStep step, boolean staff) {
    return new CaseState(
        file.id,
        file.subject,
        file.title,
        file.status,
        file.openedAt,
        staff ? links.reports() : List.of(),
        file.windowClosesAt,
        links.measures(),
        links.interim(),
        file.appealBy,
        file.appeal,
        file.endedAt,
        staff || step == null ? step : step.forSubject());
  }

  /** The ids of what belongs to a case. */
  record Links(List<UUID> reports, List<UUID> measures, List<UUID> interim) {}
}
