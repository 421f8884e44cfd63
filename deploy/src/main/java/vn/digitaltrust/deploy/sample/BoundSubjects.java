package vn.digitaltrust.deploy.sample;

import java.util.List;
import java.util.Map;
import vn.digitaltrust.deploy.http.Http.Answer;
import vn.digitaltrust.deploy.keycloak.Tokens;
import vn.digitaltrust.deploy.suite.Settings;

/**
 * The subjects that sample identities are bound to from the beginning: each enters itself, under
 * the id in its token, a registrar registers it, and it applies for membership of the alliance, so
 * that an admin finds an application of a KOL and one of a business. Safe to repeat.
 */
public final class BoundSubjects {
  /** The subject of {@code kol-yen}, as in {@code keycloak/sample-identities.json}. */
  static final String YEN = "019ad000-0000-7000-8000-00000000c001";

  /** The subject of {@code business-vinh}, as there. */
  static final String VINH = "019ad000-0000-7000-8000-00000000b001";

  private final SampleCalls calls;

  /** Of the sample identities of one suite. */
  public BoundSubjects(Settings settings, Tokens tokens) {
    this.calls = new SampleCalls(settings, tokens);
  }

  /** Enters and registers whoever is not there yet, and has them apply. */
  public void enter() {
    enter(
        "kol-yen",
        "kols",
        Map.of(
            "names",
            List.of(
                Map.of("type", "LEGAL", "value", "Lê Hải Yến Mẫu"),
                Map.of("type", "STAGE", "value", "Yến Kể Chuyện (hư cấu)")),
            "influence",
            "KOC",
            "category",
            "ARTIST",
            "homeProvince",
            "2025:48",
            "birthDate",
            "1995-04-12"));
    enter(
        "business-vinh",
        "organisations",
        Map.of(
            "names",
            List.of(Map.of("type", "LEGAL", "value", "Công ty Mẫu Vinh Quang (hư cấu)")),
            "organisationType",
            "BUSINESS",
            "taxCode",
            "0101243150",
            "homeProvince",
            "2025:01"));
    apply("kol-yen", YEN);
    apply("business-vinh", VINH);
  }

  private void enter(String who, String rows, Map<String, Object> body) {
    Answer entered = calls.post(who, "/registry/v1/" + rows, body);
    if (entered.status() == SampleCalls.CONFLICT) {
      return;
    }
    calls.register(
        "/registry/v1/"
            + rows
            + "/"
            + entered.orThrow("to enter " + who).json().path("id").asText());
  }

  private void apply(String who, String subject) {
    Answer applied =
        calls.post(
            who, "/alliance/v1/memberships", Map.of("subject", subject, "codeOfConduct", "1.0"));
    if (applied.status() != SampleCalls.CONFLICT) {
      applied.orThrow("to apply as " + who);
    }
  }
}
