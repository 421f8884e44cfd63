package vn.digitaltrust.sanctions.casefile;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.digitaltrust.sanctions.measure.MeasureDraft;
import vn.digitaltrust.sanctions.registry.ShownName;
import vn.digitaltrust.sanctions.report.Evidence;

/**
 * A case as its reader may see it. The subject sees what concerns it: no reporters, no names of
 * officers, no proposal before it was decided.
 *
 * @param windowClosesAt until when the subject may respond; the moment of the final response once
 *     there is one
 * @param measures what the case led to
 * @param interimMeasures what secured it
 * @param appealBy until when the subject may appeal
 */
@Schema(name = "SanctionsCase")
record CaseView(
    UUID id,
    UUID subject,
    @Schema(
            nullable = true,
            description =
                "The subject's shown name, for those who work here; null or absent for others, and"
                    + " when no name may be shown")
        String subjectName,
    @Schema(nullable = true, description = ShownName.NUMBER) String subjectNumber,
    @Schema(nullable = true) String title,
    CaseStatus status,
    Instant openedAt,
    List<UUID> reports,
    List<NoticeView> notices,
    @Schema(nullable = true) Instant windowClosesAt,
    List<ResponseView> responses,
    List<ProposalView> proposals,
    List<DecisionView> decisions,
    List<UUID> measures,
    List<UUID> interimMeasures,
    @Schema(nullable = true) Instant appealBy,
    @Schema(
            nullable = true,
            description =
                "When the next term ends: to respond while NOTIFIED, to appeal while DECIDED; else null")
        Instant dueAt,
    @Schema(nullable = true) UUID appeal,
    @Schema(nullable = true) Instant endedAt,
    @Schema(nullable = true) String endReasons,
    List<PartView> parts,
    @JsonIgnore long version) {
  /** What the subject was notified of. */
  @Schema(name = "SanctionsNotice")
  record NoticeView(
      List<AllegationView> allegations,
      List<Evidence> evidence,
      Instant notifiedAt,
      LocalDate respondBy) {}

  /** What was alleged; the facts are null once the subject was erased. */
  @Schema(name = "SanctionsAllegationView")
  record AllegationView(String ground, @Schema(nullable = true) String facts, LocalDate actOn) {
    static AllegationView of(Allegation alleged) {
      return new AllegationView(alleged.ground(), alleged.facts(), alleged.actOn());
    }
  }

  /** What the subject answered. */
  @Schema(name = "SanctionsResponse")
  record ResponseView(
      @Schema(nullable = true) String text,
      @JsonProperty("final") boolean last,
      @Schema(nullable = true) String statement,
      @Schema(
              nullable = true,
              description = "Who spoke for the subject; null when the subject itself did")
          UUID representative,
      Instant respondedAt) {}

  /** What an officer proposed. */
  @Schema(name = "SanctionsProposal")
  record ProposalView(
      @Schema(nullable = true) String reasons,
      List<MeasureDraft> measures,
      Instant proposedAt,
      String proposedBy) {}

  /** What another person decided. */
  @Schema(name = "SanctionsDecision")
  record DecisionView(
      Decision.Outcome outcome,
      @Schema(nullable = true) String reasons,
      Instant decidedAt,
      @Schema(nullable = true) String decidedBy) {}

  /** Who took which part. */
  @Schema(name = "SanctionsPart")
  record PartView(
      String person, Part part, @Schema(nullable = true) String reason, Instant takenAt) {}

  /**
   * @param shown what the reader is shown of the subject's name
   * @param staff whether the reader works on cases
   */
  static CaseView of(
      CaseFile file,
      ShownName shown,
      List<UUID> reports,
      List<UUID> measures,
      List<UUID> interim,
      boolean staff) {
    return new CaseView(
        file.id,
        file.subject,
        shown.name(),
        shown.number(),
        file.title,
        file.status,
        file.openedAt,
        staff ? reports : List.of(),
        file.notices.stream()
            .map(
                it ->
                    new NoticeView(
                        it.allegations.stream().map(AllegationView::of).toList(),
                        it.evidence,
                        it.notifiedAt,
                        it.respondBy))
            .toList(),
        file.windowClosesAt,
        file.responses.stream()
            .map(
                it ->
                    new ResponseView(
                        it.text, it.last, it.statement, it.representative, it.respondedAt))
            .toList(),
        file.proposals.stream()
            .filter(it -> staff)
            .map(it -> new ProposalView(it.reasons, it.measures, it.proposedAt, it.proposedBy))
            .toList(),
        file.decisions.stream()
            .filter(it -> staff || it.outcome != Decision.Outcome.RETURNED)
            .map(
                it ->
                    new DecisionView(
                        it.outcome, it.reasons, it.decidedAt, staff ? it.decidedBy : null))
            .toList(),
        measures,
        interim,
        file.appealBy,
        file.status.dueAt(file.windowClosesAt, file.appealBy),
        file.appeal,
        file.endedAt,
        file.endReasons,
        file.parts.stream()
            .filter(it -> staff)
            .map(it -> new PartView(it.person, it.part, it.reason, it.takenAt))
            .distinct() // the organisations for which somebody reported are not shown
            .toList(),
        file.version);
  }
}
