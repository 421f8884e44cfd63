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
    String authority,
    String number,
    LocalDate issuedOn,
    GroundRef ground,
    String provision,
    DocumentView document,
    UUID measure,
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
   * @param subjectName if the reader is shown it, or null
   */
  static StateDecisionView of(StateDecision decision, String subjectName) {
    return new StateDecisionView(
        decision.id,
        decision.subject,
        subjectName,
        decision.authority,
        decision.number,
        decision.issuedOn,
        decision.groundRef(),
        decision.provision,
        new DocumentView(decision.documentTitle, decision.documentSha256),
        decision.measure,
        decision.status,
        decision.recordedAt,
        decision.acts.stream()
            .map(act -> new ActView(act.kind, act.number, act.issuedOn, act.reasons, act.actedAt))
            .toList(),
        decision.version);
  }

  /** SAN-64: as the journal tells it: with the reasons of the newest act only. */
  static StateDecisionView told(StateDecision decision) {
    StateDecisionView whole = of(decision, null);
    int last = whole.acts.size() - 1;
    return new StateDecisionView(
        whole.id,
        whole.subject,
        null,
        whole.authority,
        whole.number,
        whole.issuedOn,
        whole.ground,
        whole.provision,
        whole.document,
        whole.measure,
        whole.status,
        whole.recordedAt,
        IntStream.rangeClosed(0, last)
            .mapToObj(i -> i == last ? whole.acts.get(i) : whole.acts.get(i).withoutReasons())
            .toList(),
        whole.version);
  }
}
