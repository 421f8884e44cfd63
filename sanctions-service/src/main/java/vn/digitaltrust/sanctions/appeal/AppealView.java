package vn.digitaltrust.sanctions.appeal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.digitaltrust.sanctions.measure.AnnulmentCause;
import vn.digitaltrust.sanctions.registry.ShownName;

/**
 * An appeal as its reader may see it; how each member voted is for staff.
 *
 * @param outcome once it was ruled
 * @param cause of an annulment
 * @param withdrawalBy the guardian who wants to withdraw while the other one has not agreed
 * @param variations how the ruling varied measures
 */
@Schema(name = "SanctionsAppeal")
record AppealView(
    UUID id,
    @JsonProperty("case") UUID caseId,
    UUID subject,
    @Schema(
            nullable = true,
            description =
                "The subject's shown name, for those who work here; null or absent for others, and"
                    + " when no name may be shown")
        String subjectName,
    @Schema(nullable = true, description = ShownName.NUMBER) String subjectNumber,
    AppealStatus status,
    @Schema(nullable = true) String text,
    Instant lodgedAt,
    List<VoteView> votes,
    @Schema(nullable = true) Outcome outcome,
    @Schema(nullable = true) AnnulmentCause cause,
    List<MeasureVariation> variations,
    @Schema(nullable = true) String reasons,
    @Schema(nullable = true) Instant endedAt,
    @Schema(
            nullable = true,
            description = "The guardian who wants to withdraw; the other one has to agree")
        UUID withdrawalBy,
    @JsonIgnore long version) {
  /** A vote. */
  @Schema(name = "SanctionsVote")
  record VoteView(
      String person,
      Outcome outcome,
      @Schema(nullable = true) AnnulmentCause cause,
      List<MeasureVariation> variations,
      @Schema(nullable = true) String reasons,
      Instant votedAt) {
    static VoteView of(AppealVote vote) {
      return new VoteView(
          vote.person, vote.outcome, vote.cause, vote.variations, vote.reasons, vote.votedAt);
    }
  }

  static AppealView of(Appeal appeal, ShownName shown, boolean staff) {
    return new AppealView(
        appeal.id,
        appeal.caseId,
        appeal.subject,
        shown.name(),
        shown.number(),
        appeal.status,
        appeal.text,
        appeal.lodgedAt,
        appeal.votes.stream().filter(vote -> staff).map(VoteView::of).toList(),
        appeal.outcome,
        appeal.cause,
        appeal.variations,
        appeal.reasons,
        appeal.endedAt,
        appeal.status.open() ? appeal.withdrawalBy : null,
        appeal.version);
  }
}
