package vn.digitaltrust.gateway.trust;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a trust check answers.
 *
 * @param checkId by which this check can be named later
 * @param subject whom it is about, after merges; null when nobody is known
 * @param restrictions the measures behind the verdict
 * @param asOf how far each journal was known
 */
@Schema(name = "GatewayTrustCheck")
record Answer(
    UUID checkId,
    @Schema(description = "More values may come; treat an unknown one as RESTRICTED")
        Verdict verdict,
    Instant at,
    @Schema(nullable = true) SubjectView subject,
    List<Restriction> restrictions,
    Membership.Standing membership,
    Certificate.Mark trustMark,
    Map<String, TrustIndex.AsOf> asOf) {

  /** The subject of an answer: no names. */
  @Schema(name = "GatewaySubject")
  record SubjectView(
      UUID id,
      @Schema(nullable = true, examples = "KOL") String kind,
      @Schema(nullable = true, examples = "REGISTERED") String status,
      @Schema(nullable = true) String registrationNumber) {
    static SubjectView of(Subject subject) {
      return subject == null
          ? null
          : new SubjectView(
              subject.id(), subject.kind(), subject.status(), subject.registrationNumber());
    }
  }

  /** A measure behind the verdict, as sanctions shows it. */
  @Schema(name = "GatewayRestriction")
  record Restriction(
      UUID measure,
      @JsonProperty("class")
          @Schema(
              type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING,
              examples = "ALLIANCE_MEASURE")
          JsonNode measureClass,
      JsonNode kind,
      JsonNode ground,
      JsonNode from,
      JsonNode until,
      JsonNode startsAt,
      JsonNode endsAt,
      JsonNode scope,
      JsonNode conditions,
      JsonNode exceptions,
      String href) {
    static Restriction of(Measure measure) {
      JsonNode shown = measure.shown();
      return new Restriction(
          measure.id(),
          shown.get("class"),
          shown.get("kind"),
          shown.get("ground"),
          shown.get("from"),
          shown.get("until"),
          shown.get("startsAt"),
          shown.get("endsAt"),
          shown.get("scope"),
          shown.get("conditions"),
          shown.get("exceptions"),
          "/sanctions/v1/measures/" + measure.id());
    }
  }
}
