package vn.digitaltrust.deploy.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** From a report to a decision, and what a platform sees of it. */
final class Proceedings {
  private static final String GROUND = "DECREE-38-2021-34.5";

  private final Story story;

  Proceedings(Story story) {
    this.story = story;
  }

  private String caseFile() {
    return "/sanctions/v1/cases/" + story.caseFile;
  }

  void hear() {
    String report =
        story
            .api
            .create(
                "platform-one",
                "/sanctions/v1/reports",
                Map.of(
                    "subject",
                    story.kol,
                    "ground",
                    GROUND,
                    "facts",
                    "Quảng cáo thực phẩm chức năng sai sự thật trong buổi phát trực tiếp",
                    "evidence",
                    List.of(Map.of("title", "Bản ghi buổi phát trực tiếp")),
                    "source",
                    "OTHER_NOTIFICATION"))
            .json()
            .path("id")
            .asText();
    story.caseFile =
        story
            .api
            .create(
                "officer-an",
                "/sanctions/v1/cases",
                Map.of(
                    "subject",
                    story.kol,
                    "reports",
                    List.of(report),
                    "title",
                    "Quảng cáo sai sự thật"))
            .json()
            .path("id")
            .asText();
    story.api.act(
        "officer-an",
        caseFile(),
        "notices",
        Map.of(
            "allegations",
            List.of(
                Map.of(
                    "ground",
                    GROUND,
                    "facts",
                    "Khẳng định sản phẩm chữa khỏi bệnh, trái với hồ sơ công bố")),
            "evidence",
            List.of(Map.of("title", "Bản ghi buổi phát trực tiếp"))));
    story.checks.verdict(story.covered(), "CLEAR");
    story.narrator.holds("an open case is nobody else's business: the check stays CLEAR");
    story.api.act(
        "kol-linh",
        caseFile(),
        "responses",
        Map.of("text", "Tôi đã gỡ video và đính chính công khai", "final", true));
  }

  void decide() {
    String until = story.today.plusDays(90).toString();
    story.api.act(
        "officer-an",
        caseFile(),
        "proposals",
        Map.of(
            "reasons",
            "Vi phạm rõ ràng; đã đính chính nên chỉ giới hạn một phần",
            "measures",
            List.of(
                Map.of(
                    "kind",
                    "ENGAGEMENT_LIMIT",
                    "scope",
                    Map.of(
                        "activities",
                        List.of("ADVERTISE", "LIVESTREAM_SELL"),
                        "territories",
                        List.of("2025:79")),
                    "ground",
                    GROUND,
                    "from",
                    story.today.toString(),
                    "until",
                    until),
                Map.of(
                    "kind",
                    "CERTIFICATE_SUSPENSION",
                    "ground",
                    GROUND,
                    "from",
                    story.today.toString(),
                    "until",
                    until))));
    story.api.act(
        "decider-chi",
        caseFile(),
        "decisions",
        Map.of("outcome", "APPROVED", "reasons", "Đề xuất có căn cứ và tương xứng"));
  }

  void covered() {
    JsonNode check = story.checks.verdict(story.covered(), "RESTRICTED");
    JsonNode restriction = check.path("restrictions").path(0);
    story.limit = restriction.path("measure").asText();
    story.expect(
        restriction.path("class").asText().equals("ALLIANCE_MEASURE"),
        "it says that this is a recommendation of the alliance");
    story.expect(
        restriction.path("ground").path("code").asText().equals(GROUND)
            && !restriction.path("ground").path("provision").asText().isBlank(),
        "it names the legal ground: " + restriction.path("ground").path("provision").asText());
    story.expect(
        restriction.path("from").asText().equals(story.today.toString())
            && restriction.path("until").asText().equals(story.today.plusDays(90).toString()),
        "it says from when to when");
    story.checks.verdict(
        story.account() + "&activity=LIVESTREAM_SELL&territory=2025:79", "RESTRICTED");
    story.checks.verdict(story.account() + "&activity=PERFORM&territory=2025:79", "CLEAR");
    story.checks.verdict(story.account() + "&activity=LIVESTREAM_SELL&territory=2025:01", "CLEAR");
    story.checks.trustMark(story.account(), "SUSPENDED");
    JsonNode measures =
        story
            .api
            .get("officer-an", "/sanctions/v1/subjects/%s/measures".formatted(story.kol))
            .json();
    for (JsonNode measure : measures.path("items")) {
      if (measure.path("kind").asText().equals("CERTIFICATE_SUSPENSION")) {
        story.suspension = measure.path("id").asText();
      }
    }
    story.expect(story.suspension != null, "the certificate is suspended by a measure of its own");
  }
}
