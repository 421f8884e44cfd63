package vn.digitaltrust.sanctions.statedecision;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.digitaltrust.sanctions.measure.MeasureDraft;
import vn.digitaltrust.sanctions.measure.Scope;
import vn.digitaltrust.vocabulary.MeasureKind;

/**
 * An authority has its decision recorded.
 *
 * @param authority the caller's own code
 * @param number as the authority numbered it; unique for the authority
 * @param ground law that was in force on the day of issue
 * @param provision as the decision names it
 */
@Schema(
    name = "SanctionsStateDecisionRequest",
    examples =
        "{\"subject\":\"019ab2f0-0000-7000-8000-000000000001\",\"authority\":\"BVHTTDL\",\"number\":\"12/QD-XPHC\",\"issuedOn\":\"2026-11-26\","
            + "\"ground\":\"DECREE-144-2020-17\",\"provision\":\"Article 17\",\"document\":{\"title\":\"Decision 12\","
            + "\"sha256\":\"0000000000000000000000000000000000000000000000000000000000000000\"},"
            + "\"measure\":{\"kind\":\"ENGAGEMENT_LIMIT\",\"scope\":{\"activities\":[\"PERFORM\"]},\"from\":\"2026-11-26\",\"until\":\"2027-05-26\"}}")
record StateDecisionRequest(
    @NotNull UUID subject,
    @NotNull @Pattern(regexp = "[A-Z0-9][A-Z0-9_-]{1,39}") String authority,
    @NotBlank @Size(max = 100) String number,
    @NotNull LocalDate issuedOn,
    @NotBlank @Size(max = 60) String ground,
    @NotBlank @Size(max = 500) String provision,
    @NotNull @Valid Document document,
    @NotNull @Valid StateMeasure measure) {
  /** The decision itself, kept by the authority. */
  @Schema(name = "SanctionsDocument")
  record Document(
      @NotBlank @Size(max = 300) String title,
      @NotNull @Pattern(regexp = "[0-9a-f]{64}") String sha256) {}

  /**
   * What the authority decided.
   *
   * @param kind {@code ENGAGEMENT_LIMIT}, {@code WARNING} or {@code REMINDER}
   */
  @Schema(name = "SanctionsStateMeasure")
  record StateMeasure(
      @NotNull MeasureKind kind,
      @Valid @Schema(nullable = true) Scope scope,
      @NotNull LocalDate from,
      @Schema(nullable = true) LocalDate until,
      @Schema(nullable = true) LocalDate reviewOn,
      @Schema(nullable = true) @Size(max = 20)
          List<@NotBlank @Size(max = 1000) String> conditions) {
    MeasureDraft draft(String ground) {
      return new MeasureDraft(kind, scope, ground, from, until, reviewOn, conditions);
    }
  }
}
