package vn.digitaltrust.sanctions.appeal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import vn.digitaltrust.journal.StateSchema;
import vn.digitaltrust.journal.Untold;
import vn.digitaltrust.sanctions.measure.AnnulmentCause;

/**
 * SAN-38: what the journal tells of an appeal: how it stands, and the step that was taken. Votes
 * and texts are read through the API.
 *
 * @param step the act that is told; null when there is none that the reader may know of
 */
@StateSchema(2)
record AppealState(
    UUID id,
    @JsonProperty("case") UUID caseId,
    UUID subject,
    AppealStatus status,
    Instant lodgedAt,
    Outcome outcome,
    AnnulmentCause cause,
    Instant endedAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) Step step) {
  /**
   * One act.
   *
   * @param by who acted; only for staff
   * @param outcome what a vote is for; null for any other act
   * @param sha256 the hash of the list of the act's texts (see {@link Untold}), or null
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Step(Instant at, String by, Outcome outcome, String sha256) {
    static Step of(AppealVote vote) {
      return new Step(
          vote.votedAt, vote.person, vote.outcome, hash(vote.reasons, vote.cause, vote.variations));
    }

    static Step by(String person, Instant at, String... texts) {
      return new Step(at, person, null, texts.length == 0 ? null : hash((Object[]) texts));
    }

    /** How a member votes, and who stays a measure, is for staff alone. */
    Step forSubject(String type) {
      boolean known = !type.equals("appeal.voted") && !type.equals("appeal.stayed");
      return known ? new Step(at, null, outcome, sha256) : null;
    }

    private static String hash(Object... texts) {
      return Untold.sha256(Arrays.asList(texts));
    }
  }

  static AppealState of(Appeal appeal, Step step) {
    return new AppealState(
        appeal.id,
        appeal.caseId,
        appeal.subject,
        appeal.status,
        appeal.lodgedAt,
        appeal.outcome,
        appeal.cause,
        appeal.endedAt,
        step);
  }
}
