package vn.digitaltrust.deploy.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import vn.digitaltrust.deploy.http.Http;
import vn.digitaltrust.deploy.http.Http.Answer;
import vn.digitaltrust.deploy.keycloak.Tokens;
import vn.digitaltrust.deploy.suite.Settings;
import vn.digitaltrust.vocabulary.VietnamTime;

/**
 * One TikTok handle for every verdict but STALE, which no data makes: {@code first-hour/README.md}
 * names them. Their restrictions have no last day, so that the answers stay. Safe to repeat.
 */
public final class SampleVerdicts {
  /** A registered KOL whom nothing restricts. */
  public static final String CLEAR = "hu.cau.clear";

  /** Somebody whom an authority's decision keeps from all engagements. */
  public static final String RESTRICTED = "hu.cau.restricted";

  /** Somebody whom an authority's decision limits under a condition. */
  public static final String CONDITIONAL = "hu.cau.conditional";

  /** Nobody has this handle. */
  public static final String UNKNOWN = "hu.cau.unknown";

  private static final String AUTHORITY = "authority-bvhttdl";

  private final SampleCalls calls;
  private final LocalDate today = LocalDate.now(VietnamTime.ZONE);

  /** Of one suite. */
  public SampleVerdicts(Settings settings, Tokens tokens) {
    this.calls = new SampleCalls(settings, tokens);
  }

  /** Enters whoever is not there yet, and has decided what restricts them. */
  public void enter() {
    registered(CLEAR, "Cá Cơm Hát Sử (hư cấu)");
    decided(registered(RESTRICTED, "Cá Nóc Nói To (hư cấu)"), "HC-MAU-1", List.of());
    decided(
        registered(CONDITIONAL, "Cá Ngựa Vẽ Tranh (hư cấu)"),
        "HC-MAU-2",
        List.of("Chỉ quảng cáo khi có văn bản thẩm định nội dung (hư cấu)"));
  }

  /** The subject that has the handle; it is made first if there is none. */
  private String registered(String handle, String stageName) {
    for (JsonNode account :
        calls
            .get(
                SampleCalls.REGISTRAR,
                "/registry/v1/accounts?platform=TIKTOK&handle=" + Http.encode(handle))
            .path("items")) {
      return account.path("subject").asText();
    }
    String kol =
        calls
            .post(
                SampleCalls.REGISTRAR,
                "/registry/v1/kols",
                Map.of(
                    "names",
                    List.of(
                        Map.of("type", "LEGAL", "value", "Lý Minh Suối Biếc"),
                        Map.of("type", "STAGE", "value", stageName)),
                    "influence",
                    "KOL",
                    "category",
                    "ARTIST",
                    "homeProvince",
                    "2025:79",
                    "birthDate",
                    "1994-09-09"))
            .orThrow("to enter " + handle)
            .json()
            .path("id")
            .asText();
    calls.register("/registry/v1/kols/" + kol);
    // The account comes last: whoever has it is registered.
    calls
        .post(
            SampleCalls.REGISTRAR,
            "/registry/v1/subjects/" + kol + "/accounts",
            Map.of("platform", "TIKTOK", "handle", handle))
        .orThrow("to enter the account " + handle);
    return kol;
  }

  private void decided(String subject, String number, List<String> conditions) {
    Answer recorded =
        calls.post(
            AUTHORITY,
            "/sanctions/v1/state-decisions",
            Map.of(
                "subject",
                subject,
                "authority",
                "BVHTTDL",
                "number",
                number,
                "issuedOn",
                today.toString(),
                "ground",
                "DECREE-144-2020-17",
                "provision",
                "Điều 17",
                "document",
                Map.of("title", "Quyết định mẫu hư cấu", "sha256", "0".repeat(64)),
                "measure",
                Map.of(
                    "kind",
                    "ENGAGEMENT_LIMIT",
                    "from",
                    today.toString(),
                    "reviewOn",
                    today.plusYears(1).toString(),
                    "conditions",
                    conditions)));
    if (recorded.status() != SampleCalls.CONFLICT) {
      recorded.orThrow("to record the decision " + number);
    }
  }
}
