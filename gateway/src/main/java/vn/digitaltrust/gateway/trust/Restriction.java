package vn.digitaltrust.gateway.trust;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A measure behind a verdict, as the caller is shown it: the texts of the journal, word for word.
 *
 * @param measureClass whether the state decided it or the alliance recommends it
 * @param from the first day, in the country's own time
 * @param until the last day, or null when a day of review takes its place
 * @param statement the subject's own words, which travel with the record
 */
@Schema(name = "GatewayRestriction", description = "A measure behind the verdict")
record Restriction(
    @Schema(implementation = String.class, format = "uuid") UUID measure,
    @JsonProperty("class")
        @Schema(
            enumeration = {"STATE_DECISION", "ALLIANCE_MEASURE"},
            examples = "ALLIANCE_MEASURE",
            description =
                "STATE_DECISION: binding, recorded for an authority. ALLIANCE_MEASURE: a"
                    + " recommendation of the alliance to its members")
        String measureClass,
    @Schema(
            description = "What kind of measure; only ENGAGEMENT_LIMIT restricts",
            examples = "ENGAGEMENT_LIMIT")
        String kind,
    @Schema(nullable = true, examples = "BVHTTDL") String authority,
    Ground ground,
    @Schema(format = "date", description = "The first day", examples = "2026-11-26") String from,
    @Schema(
            nullable = true,
            format = "date",
            description = "The last day; null until a review",
            examples = "2027-02-24")
        String until,
    @Schema(format = "date-time", examples = "2026-11-25T18:49:16Z") String startsAt,
    @Schema(nullable = true, format = "date-time", examples = "2027-02-24T17:00:00Z") String endsAt,
    ShownScope scope,
    @Schema(examples = "[\"Mỗi bài đăng ghi rõ là quảng cáo\"]") List<String> conditions,
    List<ShownException> exceptions,
    @Schema(nullable = true) String statement,
    @Schema(examples = "/sanctions/v1/measures/0193a5d0-7c3e-7b3a-9a53-0f6f2a7d9b10") String href) {

  /** The legal or contractual ground. */
  @Schema(name = "GatewayGround")
  record Ground(
      @Schema(examples = "DECREE-38-2021-34.5") String code,
      @Schema(examples = "Quảng cáo sai sự thật hoặc gây nhầm lẫn") String title,
      @Schema(nullable = true, examples = "Khoản 5 Điều 34") String provision) {}

  /** What the measure is about; an empty list is everything. */
  @Schema(name = "GatewayScope", description = "An empty list means everything")
  record ShownScope(
      @Schema(examples = "[\"LIVESTREAM_SELL\"]") List<String> activities,
      @Schema(examples = "[\"TIKTOK\"]") List<String> platforms,
      @Schema(examples = "[\"ONLINE\"]") List<String> media,
      @Schema(examples = "[\"2025:79\"]") List<String> territories,
      @Schema(examples = "[\"COSMETICS\"]") List<String> productCategories) {}

  /** A permission to act in spite of the measure. */
  @Schema(name = "GatewayException")
  record ShownException(
      @Schema(format = "uuid") String id,
      ShownScope scope,
      @Schema(nullable = true) String reason,
      @Schema(format = "date") String from,
      @Schema(format = "date") String until,
      @Schema(format = "date-time") String startsAt,
      @Schema(format = "date-time") String endsAt) {}

  static Restriction of(UUID id, JsonNode state) {
    JsonNode ground = state.path("ground");
    List<ShownException> exceptions = new ArrayList<>();
    for (JsonNode each : state.path("exceptions")) {
      exceptions.add(
          new ShownException(
              text(each, "id"),
              scope(each),
              text(each, "reason"),
              text(each, "from"),
              text(each, "until"),
              text(each, "startsAt"),
              text(each, "endsAt")));
    }
    return new Restriction(
        id,
        text(state, "class"),
        text(state, "kind"),
        text(state, "authority"),
        new Ground(text(ground, "code"), text(ground, "title"), text(ground, "provision")),
        text(state, "from"),
        text(state, "until"),
        text(state, "startsAt"),
        text(state, "endsAt"),
        scope(state),
        texts(state, "conditions"),
        List.copyOf(exceptions),
        text(state, "statement"),
        "/sanctions/v1/measures/" + id);
  }

  private static ShownScope scope(JsonNode node) {
    JsonNode scope = node.path("scope");
    return new ShownScope(
        texts(scope, "activities"),
        texts(scope, "platforms"),
        texts(scope, "media"),
        texts(scope, "territories"),
        texts(scope, "productCategories"));
  }

  private static List<String> texts(JsonNode node, String name) {
    List<String> texts = new ArrayList<>();
    node.path(name).forEach(text -> texts.add(text.asText()));
    return List.copyOf(texts);
  }

  private static String text(JsonNode node, String name) {
    return node.hasNonNull(name) ? node.get(name).asText() : null;
  }
}
