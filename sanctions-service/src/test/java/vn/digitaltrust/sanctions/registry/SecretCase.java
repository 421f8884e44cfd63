package vn.digitaltrust.sanctions.registry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.digitaltrust.sanctions.testing.Api;
import vn.digitaltrust.sanctions.testing.Given;

/** A case with the word "secret" wherever a person can write. */
final class SecretCase {
  private SecretCase() {}

  static String appealed(UUID kol) {
    String report =
        Api.PLATFORM
            .create(
                "reports",
                Map.of(
                    "subject",
                    kol,
                    "facts",
                    "secret",
                    "evidence",
                    List.of(Map.of("title", "secret")),
                    "source",
                    "OTHER_NOTIFICATION"))
            .path("id");
    String id =
        Api.OFFICER
            .create("cases", Map.of("subject", kol, "reports", List.of(report), "title", "secret"))
            .path("id");
    String file = "cases/" + id;
    Api.OFFICER.act(
        file,
        "notices",
        Map.of(
            "allegations", List.of(Map.of("ground", Api.GROUND, "facts", "secret")),
            "evidence", List.of(Map.of("title", "secret"))));
    Api.OTHER_OFFICER.act(file, "interests", Map.of("reason", "secret"));
    Api.OTHER_DECIDER
        .act(
            file,
            "interim-measures",
            Map.of("reasons", "secret", "measure", Api.limit("2026-11-25", "2026-12-01")))
        .then()
        .statusCode(201);
    Api.kol(kol)
        .act(file, "responses", Map.of("text", "secret", "final", true, "statement", "secret"));
    Map<String, Object> limit = new HashMap<>(Api.limit("2026-11-25", "2027-02-24"));
    limit.put("conditions", List.of("secret"));
    Api.OFFICER.act(file, "proposals", Map.of("reasons", "secret", "measures", List.of(limit)));
    Api.DECIDER.act(file, "decisions", Map.of("outcome", "APPROVED", "reasons", "secret"));
    String measure = Given.measureOf(id);
    Api.DECIDER.act(
        "measures/" + measure,
        "exceptions",
        Map.of("scope", Map.of(), "reason", "secret", "from", "2026-12-01", "until", "2026-12-01"));
    String appeal = Api.kol(kol).act(file, "appeals", Map.of("text", "secret")).path("id");
    Api.GIANG
        .act(
            "appeals/" + appeal,
            "stays",
            Map.of("reasons", "secret", "from", "2026-12-20", "measures", List.of(measure)))
        .then()
        .statusCode(201);
    Api.GIANG
        .act(
            "appeals/" + appeal,
            "votes",
            Map.of(
                "outcome",
                "VARIED",
                "reasons",
                "secret",
                "variations",
                List.of(
                    Map.of(
                        "measure",
                        measure,
                        "change",
                        Map.of("conditions", List.of("secret", "secret too"))))))
        .then()
        .statusCode(201);
    return id;
  }
}
