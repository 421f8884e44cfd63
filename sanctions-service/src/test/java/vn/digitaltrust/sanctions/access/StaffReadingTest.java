package vn.digitaltrust.sanctions.access;

import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.digitaltrust.sanctions.testing.Api;
import vn.digitaltrust.sanctions.testing.Given;
import vn.digitaltrust.sanctions.testing.RegistryStub;
import vn.digitaltrust.sanctions.testing.Rows;
import vn.digitaltrust.sanctions.testing.TestClock;

/** Who reads the cases and reports of others, and the trace that it leaves. */
@QuarkusTest
class StaffReadingTest {
  /** Reads are written once a second. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final String reader = "reader-" + UUID.randomUUID();
  private UUID kol;
  private String report;
  private String caseId;
  private String appeal;

  @BeforeEach
  void begin() {
    TestClock.get().set(TestClock.START);
    kol = RegistryStub.subject("KOL", "REGISTERED");
    report = report(UUID.randomUUID());
    caseId = Given.decided(kol);
    appeal = Given.appealed(kol, caseId);
  }

  private String report(UUID member) {
    return Api.member("journalist", "press", member)
        .create(
            "reports",
            Map.of(
                "subject", kol, "facts", "f", "evidence", List.of(), "source", "TRUSTED_FLAGGER"))
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** How often the reader read something of this kind about the subject. */
  private long logged(String resource) throws SQLException {
    return Rows.count(
        "select count(*) from access_log where actor = '%s' and resource = '%s' and subject = '%s'"
            .formatted(reader, resource, kol));
  }

  private void isLogged(String resource, long times) throws SQLException {
    long giveUp = System.nanoTime() + PATIENCE.toNanos();
    while (logged(resource) < times && System.nanoTime() < giveUp) {
      Thread.onSpinWait();
    }
    assertEquals(times, logged(resource), resource);
  }

  @ParameterizedTest
  @ValueSource(strings = {"case-officer", "decision-maker", "appeal-panel", "auditor"})
  @DisplayName("SAN-91 staff and auditors see cases and reports; each reading is logged")
  void staff(String role) throws SQLException {
    Api staff = Api.person(reader, role);
    staff.get("cases/" + caseId).then().statusCode(200);
    staff.get("cases/" + caseId).then().statusCode(200);
    staff.get("cases?subject=" + kol).then().statusCode(200).body("items.id", hasItem(caseId));
    staff.get("reports/" + report).then().statusCode(200);
    staff.get("appeals/" + appeal).then().statusCode(200);
    isLogged("case", 3);
    isLogged("report", 1);
    isLogged("appeal", 1);
    assertEquals(
        5,
        Rows.count(
            "select count(*) from access_log where actor = '%s' and read_at = '%s'"
                    .formatted(reader, TestClock.get().instant())
                + " and request_id is not null"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "platform",
        "business",
        "press",
        "authority",
        "kol",
        "registrar",
        "assessor",
        "alliance-admin",
        "service",
        "trust-replica"
      })
  @DisplayName("SAN-91, SAN-133 nobody else sees them, and what was not seen is not logged as read")
  void others(String role) throws SQLException {
    Api other = Api.person(reader, role);
    for (String path : List.of("cases/" + caseId, "reports/" + report, "appeals/" + appeal)) {
      int status = other.get(path).statusCode();
      assertTrue(status == 403 || status == 404, path + " " + status);
    }
    Api.person(reader, "auditor").get("cases/" + caseId).then().statusCode(200);
    isLogged("case", 1);
    assertEquals(0, logged("report"));
    assertEquals(0, logged("appeal"));
  }

  @Test
  @DisplayName("SAN-91 a page of a list logs what it shows, and nothing beyond its end")
  void pages() throws SQLException {
    UUID member = UUID.randomUUID();
    for (int i = 0; i < 3; i++) {
      report(member);
    }
    Api editor = Api.member(reader, "press", member);
    editor.get("reports?limit=2").then().statusCode(200).body("items", hasSize(2));
    isLogged("report", 2);
    Api officer = Api.person(reader, "case-officer");
    Given.opened(kol);
    officer.get("cases?limit=1&subject=" + kol).then().statusCode(200).body("items", hasSize(1));
    isLogged("case", 1);
  }
}
