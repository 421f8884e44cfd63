package vn.digitaltrust.sanctions.statedecision;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.digitaltrust.sanctions.testing.Api;
import vn.digitaltrust.sanctions.testing.Given;
import vn.digitaltrust.sanctions.testing.RegistryStub;
import vn.digitaltrust.sanctions.testing.TestClock;

/** What an authority does to its decision afterwards. */
@QuarkusTest
class LaterActTest {
  private String decision;

  @BeforeEach
  void recorded() {
    TestClock.get().set(TestClock.START);
    UUID kol = RegistryStub.subject("KOL", "RECORDED");
    String id =
        Api.MINISTRY
            .create("state-decisions", Given.stateDecision(kol, "BVHTTDL", "S-" + kol))
            .then()
            .statusCode(201)
            .body("acts", empty())
            .extract()
            .path("id");
    decision = "state-decisions/" + id;
  }

  /** The path of an act, and what its request says besides the document. */
  private enum Act {
    VARIED("variations", "change", Map.of("until", "2027-01-31")),
    STAYED("stays", null, null),
    RESUMED("resumptions", null, null),
    LIFTED("liftings", null, null),
    ANNULLED("annulments", "cause", "WRONG_PERSON");

    private final String path;
    private final String more;
    private final Object content;

    Act(String path, String more, Object content) {
      this.path = path;
      this.more = more;
      this.content = content;
    }

    Map<String, Object> document(String number, String issuedOn, String reasons) {
      Map<String, Object> document = new HashMap<>();
      document.put("number", number);
      document.put("issuedOn", issuedOn);
      document.put("reasons", reasons);
      if (more != null) {
        document.put(more, content);
      }
      document.values().removeIf(java.util.Objects::isNull);
      return document;
    }
  }

  private ValidatableResponse act(Act act, String number, String issuedOn, String reasons) {
    return Api.MINISTRY.act(decision, act.path, act.document(number, issuedOn, reasons)).then();
  }

  private void nothingWasDone(int acts) {
    Api.AUDITOR.get(decision).then().body("acts", hasSize(acts), "status", is("RECORDED"));
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("SAN-62 an act without a number, a date or reasons is refused, and nothing is done")
  void incomplete(Act act) {
    int acts = 0;
    if (act == Act.RESUMED) {
      act(Act.STAYED, "1/QD", "2026-11-25", "Complaint").statusCode(201);
      acts = 1;
    }
    for (String none : Arrays.asList(null, "", " ")) {
      act(act, none, "2026-11-25", "r").statusCode(400).body("violations.field", hasItem("number"));
      act(act, "2/QD", "2026-11-25", none)
          .statusCode(400)
          .body("violations.field", hasItem("reasons"));
    }
    act(act, "2/QD", null, "r").statusCode(400).body("violations.field", hasItem("issuedOn"));
    act(act, "2/QD", "soon", "r").statusCode(400);
    nothingWasDone(acts);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("SAN-62 an act is dated from its decision's day to today")
  void dates(Act act) {
    if (act == Act.RESUMED) {
      act(Act.STAYED, "1/QD", "2026-11-25", "Complaint").statusCode(201);
    }
    TestClock.get().advance(Duration.ofDays(3));
    for (String day : List.of("2026-11-24", "2026-11-29")) {
      act(act, "2/QD", day, "r").statusCode(422).body("rule", is("SAN-62"));
    }
    nothingWasDone(act == Act.RESUMED ? 1 : 0);
    act(act, "2/QD", "2026-11-28", "r").statusCode(201);
  }

  @Test
  @DisplayName("SAN-62 each act is a document of its own, told with number, date and reasons")
  void documents() {
    TestClock.get().advance(Duration.ofDays(3));
    List<Act> acts = List.of(Act.VARIED, Act.STAYED, Act.RESUMED, Act.LIFTED, Act.ANNULLED);
    for (int i = 0; i < acts.size(); i++) {
      TestClock.get().advance(Duration.ofHours(1));
      act(acts.get(i), i + "/QD", "2026-11-2" + (5 + i % 4), "Reasons " + i).statusCode(201);
    }
    Api.OFFICER
        .get(decision)
        .then()
        .statusCode(200)
        .body(
            "number", is(Api.AUDITOR.get(decision).<String>path("number")),
            "issuedOn", is("2026-11-25"),
            "acts.kind", is(acts.stream().map(Act::name).toList()),
            "acts.number", is(List.of("0/QD", "1/QD", "2/QD", "3/QD", "4/QD")),
            "acts.issuedOn",
                is(List.of("2026-11-25", "2026-11-26", "2026-11-27", "2026-11-28", "2026-11-25")),
            "acts.reasons",
                is(List.of("Reasons 0", "Reasons 1", "Reasons 2", "Reasons 3", "Reasons 4")));
  }
}
