package vn.digitaltrust.deploy.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** From an account that nobody knows to a certified member. */
final class Registration {
  private final Story story;

  Registration(Story story) {
    this.story = story;
  }

  void unknown() {
    JsonNode check = story.checks.verdict(story.account(), "UNKNOWN");
    story.expect(check.path("subject").isNull(), "no subject is made up");
  }

  void register() {
    story.kol =
        story
            .api
            .create(
                "registrar-mai",
                "/registry/v1/kols",
                Map.of(
                    "names",
                    List.of(
                        Map.of("type", "LEGAL", "value", "Đỗ Diệu Sương Thẳm"),
                        Map.of("type", "STAGE", "value", "Sao La Đọc Sách (hư cấu)")),
                    "influence",
                    "KOL",
                    "category",
                    "ARTIST",
                    "homeProvince",
                    "2025:79",
                    "birthDate",
                    "1997-02-28"))
            .json()
            .path("id")
            .asText();
    String kol = "/registry/v1/kols/" + story.kol;
    story.api.act(
        "registrar-mai",
        kol,
        "verifications",
        Map.of(
            "method",
            "VNEID",
            "level",
            2,
            "verifiedAt",
            Instant.now().truncatedTo(ChronoUnit.SECONDS).toString()));
    JsonNode registered = story.api.act("registrar-mai", kol, "registrations", Map.of()).json();
    story.expect(
        registered.path("registrationNumber").asText().startsWith("KOL-"),
        "registered under a public number");
    story.api.create(
        "registrar-mai",
        "/registry/v1/subjects/%s/accounts".formatted(story.kol),
        Map.of("platform", "TIKTOK", "handle", story.handle));

    JsonNode check = story.checks.verdict(story.account(), "CLEAR");
    story.expect(
        check
            .path("subject")
            .path("registrationNumber")
            .equals(registered.path("registrationNumber")),
        "the check names the registration");
    // From now on kol-linh's token speaks for this KOL.
    story.keycloak.setAttribute("kol-linh", "subject_id", story.kol);
    story.api.tokens().forget("kol-linh");
  }

  void certify() {
    String membership =
        story
            .api
            .create(
                "kol-linh",
                "/alliance/v1/memberships",
                Map.of("subject", story.kol, "codeOfConduct", "1.0"))
            .json()
            .path("id")
            .asText();
    String application = "/alliance/v1/memberships/" + membership;
    story.api.act(
        "admin-tu", application, "admissions/requests", Map.of("reasons", "Hồ sơ đầy đủ"));
    story.api.act(
        "admin-minh", application, "admissions/approvals", Map.of("reasons", "Đã đối chiếu"));
    story.certificate =
        story
            .api
            .create(
                "assessor-lan",
                "/alliance/v1/certificates",
                Map.of(
                    "subject",
                    story.kol,
                    "scores",
                    Map.of(
                        "transparency", 88,
                        "ethics", 91,
                        "engagement", 85,
                        "brandFit", 80,
                        "compliance", 95)))
            .json()
            .path("id")
            .asText();
    JsonNode check = story.checks.trustMark(story.account(), "VALID");
    story.expect(check.path("membership").path("status").asText().equals("MEMBER"), "a member now");
  }
}
