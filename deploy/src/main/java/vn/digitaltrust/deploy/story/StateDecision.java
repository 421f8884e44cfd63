package vn.digitaltrust.deploy.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** A decision of the state about somebody whom the registry holds only because of it. */
final class StateDecision {
  private final Story story;

  StateDecision(Story story) {
    this.story = story;
  }

  void decide() {
    story.recorded =
        story
            .api
            .create(
                "authority-bvhttdl",
                "/registry/v1/recorded-subjects",
                Map.of(
                    "kind",
                    "KOL",
                    "names",
                    List.of(Map.of("type", "STAGE", "value", "Ếch Ộp Hát Ru (hư cấu)"))))
            .json()
            .path("id")
            .asText();
    String handle = story.handle + ".b";
    story.api.create(
        "registrar-mai",
        "/registry/v1/subjects/%s/accounts".formatted(story.recorded),
        Map.of("platform", "TIKTOK", "handle", handle));
    story.api.create(
        "authority-bvhttdl",
        "/sanctions/v1/state-decisions",
        Map.of(
            "subject",
            story.recorded,
            "authority",
            "BVHTTDL",
            "number",
            "HC-" + story.handle.substring(8),
            "issuedOn",
            story.today.toString(),
            "ground",
            "DECREE-144-2020-17",
            "provision",
            "Điều 17",
            "document",
            Map.of("title", "Quyết định hư cấu", "sha256", "0".repeat(64)),
            "measure",
            Map.of(
                "kind",
                "ENGAGEMENT_LIMIT",
                "scope",
                Map.of("activities", List.of("PERFORM")),
                "from",
                story.today.toString(),
                "until",
                story.today.plusDays(30).toString())));
    JsonNode check =
        story.checks.verdict("platform=TIKTOK&activity=PERFORM&handle=" + handle, "RESTRICTED");
    story.expect(
        check.path("restrictions").path(0).path("class").asText().equals("STATE_DECISION"),
        "it says that this is a decision of the state");
    story.expect(
        check.path("subject").path("status").asText().equals("RECORDED"),
        "the person is recorded, not registered");
  }
}
