package vn.digitaltrust.sanctions.statedecision;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.digitaltrust.sanctions.ground.GroundRef;
import vn.digitaltrust.sanctions.measure.MeasureTerms;
import vn.digitaltrust.sanctions.registry.ShownName;

/**
 * All that is public about a state decision.
 *
 * @param measure the measure that it carries, at {@code /sanctions/v1/measures/{id}}
 * @param acts what its authority did to it since
 */
@Schema(name = "SanctionsStateDecision")
record StateDecisionView(
    UUID id,
    UUID subject,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
            extensions = @Extension(name = "x-may-be-absent", value = "true", parseValue = true),
            description =
                "The subject's shown name, for those who work here; null or absent for others, and"
                    + " when no name may be shown")
        String subjectName,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
            extensions = @Extension(name = "x-may-be-absent", value = "true", parseValue = true),
            description = ShownName.NUMBER)
        String subjectNumber,
    String authority,
    String number,
    LocalDate issuedOn,
    GroundRef ground,
    String provision,
    DocumentView document,
    UUID measure,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
            extensions = @Extension(name = "x-may-be-absent", value = "true", parseValue = true),
            description = "What its measure limits, and from when to when; absent in the journal")
        MeasureTerms terms,
    StateDecision.Status status,
    Instant recordedAt,
    List<ActView> acts,
    @JsonIgnore long version) {
  /** The document at the authority. */
  @Schema(name = "SanctionsDocumentView")
  record DocumentView(@Schema(nullable = true) String title, String sha256) {}

  /** A later act. */
  @Schema(name = "SanctionsStateAct")
  record ActView(
      StateDecisionAct.Kind kind,
      String number,
      LocalDate issuedOn,
      @Schema(nullable = true) String reasons,
      Instant actedAt) {
    ActView withoutReasons() {
      return new ActView(kind, number, issuedOn, null, actedAt);
    }
  }

  /**
   * @param shown what the reader is shown of the subject's name
   * @param terms of its measure as of the answer
   */
  static StateDecisionView of(StateDecision decision, ShownName shown, MeasureTerms terms) {
    return new StateDecisionView(
        decision.id,
        decision.subject,
        shown.name(),
        shown.number(),
        decision.authority,
        decision.number,
        decision.issuedOn,
        decision.groundRef(),
        decision.provision,
        new DocumentView(decision.documentTitle, decision.documentSha256),
        decision.measure,
        terms,
        decision.status,
        decision.recordedAt,
        decision.acts.stream()
            .map(act -> new ActView(act.kind, act.number, act.issuedOn, act.reasons, act.actedAt))
            .toList(),
        decision.version);
  }

  /** SAN-64: as the journal tells it: with the reasons of the newest act only. */
  static StateDecisionView told(StateDecision decision) {
    StateDecisionView whole = of(decision, ShownName.NONE, null);
    int last = whole.acts.size() - 1;
    return new StateDecisionView(
        whole.id,
        whole.subject,
        null,
        null,
        whole.authority,
        whole.number,
        whole.issuedOn,
        whole.ground,
        whole.provision,
        whole.document,
        whole.measure,
        null,
        whole.status,
        whole.recordedAt,
        IntStream.rangeClosed(0, last)
            .mapToObj(i -> i == last ? whole.acts.get(i) : whole.acts.get(i).withoutReasons())
            .toList(),
        whole.version);
  }
}
