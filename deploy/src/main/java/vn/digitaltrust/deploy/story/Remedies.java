package vn.digitaltrust.deploy.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** What softens, suspends and ends a measure. */
final class Remedies {
  private final Story story;

  Remedies(Story story) {
    this.story = story;
  }

  void except() {
    story.api.act(
        "decider-chi",
        "/sanctions/v1/measures/" + story.limit,
        "exceptions",
        Map.of(
            "scope",
            Map.of(
                "activities",
                List.of("LIVESTREAM_SELL"),
                "territories",
                List.of("2025:79"),
                "productCategories",
                List.of("FASHION")),
            "reason",
            "Phiên bán hàng gây quỹ đã ký trước quyết định",
            "from",
            story.today.toString(),
            "until",
            story.today.plusDays(7).toString()));
    String excepted =
        story.account() + "&activity=LIVESTREAM_SELL&territory=2025:79&productCategory=FASHION";
    JsonNode check = story.checks.verdict(excepted, "CONDITIONAL");
    story.expect(
        check.path("restrictions").path(0).path("exceptions").size() == 1,
        "the answer carries the exception and its interval");
    story.checks.verdict(story.covered(), "RESTRICTED");
  }

  void appeal() {
    story.appeal =
        story
            .api
            .act(
                "kol-linh",
                "/sanctions/v1/cases/" + story.caseFile,
                "appeals",
                Map.of("text", "Mức giới hạn quá nặng so với vi phạm"))
            .json()
            .path("id")
            .asText();
    story.api.act(
        "panel-giang",
        "/sanctions/v1/appeals/" + story.appeal,
        "stays",
        Map.of("reasons", "Thiệt hại khó khắc phục nếu thi hành ngay"));
    story.checks.verdict(story.covered(), "CLEAR");
    story.checks.trustMark(story.account(), "VALID");
  }

  void rule() {
    String appeal = "/sanctions/v1/appeals/" + story.appeal;
    for (String member : List.of("panel-giang", "panel-ha", "panel-khoa")) {
      story.api.act(
          member, appeal, "votes", Map.of("outcome", "UPHELD", "reasons", "Quyết định đúng"));
    }
    story.api.act(
        "panel-giang", appeal, "rulings", Map.of("reasons", "Giữ nguyên quyết định ban đầu"));
    story.checks.verdict(story.covered(), "RESTRICTED");
    story.checks.trustMark(story.account(), "SUSPENDED");
  }

  void lift() {
    for (String measure : List.of(story.limit, story.suspension)) {
      story.api.act(
          "decider-chi",
          "/sanctions/v1/measures/" + measure,
          "liftings",
          Map.of("reasons", "Đã khắc phục xong hậu quả"));
    }
    story.checks.verdict(story.covered(), "CLEAR");
    story.checks.trustMark(story.account(), "VALID");
    story.api.get("platform-one", "/alliance/v1/certificates/" + story.certificate);
  }
}
