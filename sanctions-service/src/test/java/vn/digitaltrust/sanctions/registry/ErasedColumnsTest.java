package vn.digitaltrust.sanctions.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.journal.testing.Postgres;
import vn.digitaltrust.sanctions.testing.Api;
import vn.digitaltrust.sanctions.testing.Given;
import vn.digitaltrust.sanctions.testing.RegistryFeed;
import vn.digitaltrust.sanctions.testing.RegistryStub;
import vn.digitaltrust.sanctions.testing.Rows;
import vn.digitaltrust.sanctions.testing.TestClock;

/**
 * Walks every column of every feature's tables that can hold a text: either an erasure empties it,
 * or it stands in the list of those in which nobody writes freely about a person. A new column
 * fails here until it is one of the two.
 */
@QuarkusTest
class ErasedColumnsTest {
  /** Codes, statuses, numbers of documents, names of legal grounds, and the ids of who acted. */
  private static final String NO_FREE_TEXT =
      """
      appeal.cause appeal.ended_by appeal.lodged_by appeal.outcome appeal.status
      appeal_vote.cause appeal_vote.outcome appeal_vote.person
      case_file.status case_part.part case_part.person
      decision.decided_by decision.outcome decision.proposed_by
      erasure_remains.aggregate erasure_request.answer
      measure.authority measure.class measure.end_cause measure.end_state measure.ground
      measure.ground_provision measure.ground_title measure.kind measure.scope
      measure_exception.granted_by measure_exception.scope measure_stay.granted_by
      measure_version.type notice.notified_by proposal.proposed_by
      report.ground report.reported_by report.source
      state_decision.authority state_decision.document_sha256 state_decision.ground
      state_decision.ground_title state_decision.number state_decision.provision
      state_decision.recorded_by state_decision.status
      state_decision_act.acted_by state_decision_act.kind state_decision_act.number
      subject_name.number subject_response.responded_by
      """;

  @Inject RegistryFollower registry;

  private final UUID kol = RegistryStub.subject("KOL", "REGISTERED");

  @BeforeEach
  void begin() throws SQLException {
    TestClock.get().set(TestClock.START);
    Rows.run("delete from journal_follower where name = 'registry'");
  }

  @Test
  @DisplayName("SAN-72 an erasure empties every column in which somebody writes about a person")
  void everyColumn() throws SQLException {
    writeEverywhere();
    RegistryFeed feed = new RegistryFeed().named(kol, "secret name");
    feed.serve();
    assertEquals(1, registry.follow().pollOnce(Duration.ZERO));
    Set<String> written = new TreeSet<>();
    for (String column : columns()) {
      if (holdsSecret(column)) {
        written.add(column);
      }
    }
    Set<String> unwritten = new TreeSet<>(columns());
    unwritten.removeAll(written);
    assertEquals(
        new TreeSet<>(List.of(NO_FREE_TEXT.strip().split("\\s+"))),
        unwritten,
        "every other column is filled by this test");
    feed.says(kol, "kol.erased", "ERASED", null).serve();
    assertEquals(1, registry.follow().pollOnce(Duration.ZERO));
    for (String column : written) {
      assertFalse(holdsSecret(column), column);
    }
    assertEquals(0, Rows.with("secret"));
  }

  private void writeEverywhere() {
    String caseId = SecretCase.appealed(kol);
    String measure = Given.measureOf(caseId);
    String appeal = "appeals/" + Api.AUDITOR.get("cases/" + caseId).path("appeal");
    done(
        Api.HA.act(
            appeal,
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
                        Map.of("conditions", List.of("secret", "secret too")))))));
    done(Api.KHOA.act(appeal, "votes", Map.of("outcome", "UPHELD", "reasons", "secret")));
    done(Api.HA.act(appeal, "rulings", Map.of("reasons", "secret")));
    done(Api.kol(kol).act("measures/" + measure, "statements", Map.of("text", "secret words")));
    Map<String, Object> reasons = Map.of("reasons", "secret");
    done(Api.DECIDER.act("measures/" + measure, "liftings", reasons));
    done(Api.OFFICER.act("cases/" + Given.opened(kol), "withdrawals", reasons));
    Map<String, Object> decision = new HashMap<>(Given.stateDecision(kol, "BVHTTDL", "C-" + kol));
    decision.put("document", Map.of("title", "secret", "sha256", "0".repeat(64)));
    Response recorded = done(Api.MINISTRY.create("state-decisions", decision));
    done(
        Api.MINISTRY.act(
            "state-decisions/" + recorded.path("id"),
            "liftings",
            Map.of("number", "2", "issuedOn", "2026-11-25", "reasons", "secret")));
  }

  private static Response done(Response answer) {
    answer.then().statusCode(201);
    return answer;
  }

  /** Of every feature's tables; not of the catalogues, of the journal and of Flyway. */
  private static List<String> columns() throws SQLException {
    List<String> columns = new ArrayList<>();
    try (Connection database = Postgres.superuser("sanctions");
        Statement statement = database.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                select table_name || '.' || column_name from information_schema.columns
                where table_schema = 'public' and table_name !~ '^(journal|flyway|access_log)'
                and table_name not in ('ground', 'territory', 'calendar_year', 'calendar_day')
                and data_type in ('text', 'character varying', 'character', 'json', 'jsonb', 'ARRAY')
                """)) {
      while (row.next()) {
        columns.add(row.getString(1));
      }
    }
    return columns;
  }

  private static boolean holdsSecret(String column) throws SQLException {
    String[] name = column.split("\\.");
    return Rows.count(
            "select count(*) from %s where cast(%s as text) like '%%secret%%'"
                .formatted(name[0], '"' + name[1] + '"'))
        > 0;
  }
}
