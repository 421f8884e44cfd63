package vn.digitaltrust.sanctions.casefile;

import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.digitaltrust.sanctions.testing.Api;
import vn.digitaltrust.sanctions.testing.Given;
import vn.digitaltrust.sanctions.testing.RegistryStub;
import vn.digitaltrust.sanctions.testing.TestClock;

/** A case that is given up, over HTTP. */
@QuarkusTest
class WithdrawalTest {
  private UUID kol;
  private String file;
  private List<String> interim;

  @BeforeEach
  void begin() {
    TestClock.get().set(TestClock.START);
    kol = RegistryStub.subject("KOL", "REGISTERED");
  }

  private ValidatableResponse act(Api who, String deed, Object body) {
    return who.act(file, deed, body).then();
  }

  private ValidatableResponse withdraw() {
    return act(Api.OTHER_OFFICER, "withdrawals", Map.of("reasons", "Nothing was proven"));
  }

  private void decide(String outcome) {
    act(Api.DECIDER, "decisions", Map.of("outcome", outcome, "reasons", "As found"))
        .statusCode(201);
  }

  /** One interim measure in force and one to come, while there may be any. */
  private void secure() {
    for (String day : List.of("2026-11-25", "2026-12-02")) {
      Map<String, Object> body =
          Map.of("reasons", "Sales by the hour", "measure", Api.limit(day, "2026-12-08"));
      act(Api.OTHER_DECIDER, "interim-measures", body).statusCode(201);
    }
    interim = new ArrayList<>(Api.OFFICER.get(file).path("interimMeasures"));
    assertEquals(2, interim.size());
  }

  /** A case with interim measures, brought to a status through the API. */
  private void standing(CaseStatus status) {
    file =
        "cases/"
            + switch (status) {
              case OPENED, WITHDRAWN -> Given.opened(kol);
              case NOTIFIED -> Given.notified(kol);
              case RESPONDED -> Given.responded(kol);
              case PROPOSED, RETURNED, DISMISSED, DECIDED, APPEALED, RULED, CLOSED ->
                  Given.proposed(kol, List.of(Api.limit("2026-11-25", "2027-02-24")));
            };
    secure();
    switch (status) {
      case RETURNED -> decide("RETURNED");
      case DISMISSED -> decide("DISMISSED");
      case WITHDRAWN -> withdraw().statusCode(201);
      case DECIDED, APPEALED, RULED, CLOSED -> {
        decide("APPROVED");
        if (status != CaseStatus.DECIDED) {
          appeal(status);
        }
      }
      case OPENED, NOTIFIED, RESPONDED, PROPOSED -> {}
    }
    Api.AUDITOR.get(file).then().body("status", is(status.name()));
  }

  private void appeal(CaseStatus status) {
    String appeal = Given.appealed(kol, file.substring("cases/".length()));
    if (status != CaseStatus.APPEALED) {
      Api.kol(kol).act("appeals/" + appeal, "withdrawals", null).then().statusCode(201);
    }
    if (status == CaseStatus.CLOSED) {
      act(Api.OFFICER, "closures", Map.of("reasons", "Done")).statusCode(201);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"OPENED", "NOTIFIED", "RESPONDED", "RETURNED"})
  @DisplayName("SAN-15 a case without a waiting or approved proposal is withdrawn, interims fall")
  void withdrawn(CaseStatus status) {
    standing(status);
    Api.measureIs(interim.get(0), "IN_FORCE");
    TestClock.get().advance(Duration.ofHours(2));

    withdraw()
        .statusCode(201)
        .body(
            "status", is("WITHDRAWN"),
            "endReasons", is("Nothing was proven"),
            "endedAt", is("2026-11-25T05:00:00Z"),
            "measures", hasSize(0));

    for (String measure : interim) {
      Api.OFFICER
          .get("measures/" + measure)
          .then()
          .body("status", is("LIFTED"), "end.at", is("2026-11-25T05:00:00Z"));
      Api.kol(kol)
          .get("measures/" + measure)
          .then()
          .body("file.endReasons", is("Nothing was proven"));
    }
    Api.PLATFORM.get("subjects/" + kol + "/measures").then().body("items", hasSize(0));
  }

  @ParameterizedTest
  @EnumSource(
      names = {"OPENED", "NOTIFIED", "RESPONDED", "RETURNED"},
      mode = EnumSource.Mode.EXCLUDE)
  @DisplayName("SAN-15 a case with a waiting or approved proposal, or ended, is not withdrawn")
  void refused(CaseStatus status) {
    standing(status);
    List<String> before = states();

    withdraw().statusCode(409).body("type", is("urn:digital-trust:problem:illegal-state"));

    Api.AUDITOR.get(file).then().body("status", is(status.name()));
    assertEquals(before, states());
  }

  private List<String> states() {
    return interim.stream()
        .map(measure -> Api.AUDITOR.get("measures/" + measure).<String>path("status"))
        .toList();
  }
}
