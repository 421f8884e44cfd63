package vn.digitaltrust.sanctions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.persister.entity.AbstractEntityPersister;
import org.hibernate.persister.entity.EntityPersister;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.digitaltrust.journal.testing.Postgres;
import vn.digitaltrust.sanctions.testing.Api;
import vn.digitaltrust.sanctions.testing.Given;
import vn.digitaltrust.sanctions.testing.RegistryStub;
import vn.digitaltrust.sanctions.testing.Rows;
import vn.digitaltrust.sanctions.testing.TestClock;

/** What the database refuses, whatever the program says. */
@QuarkusTest
class GuardsTest {
  private static final String NOT_ALLOWED = "42501";
  private static final String CHECK = "23514";
  private static final String EXCLUSION = "23P01";

  @Inject EntityManagerFactory entities;

  private String caseId;
  private String measure;

  @BeforeEach
  void begin() {
    TestClock.get().set(TestClock.START);
    caseId = Given.decided(RegistryStub.subject("KOL", "REGISTERED"));
    measure = Given.measureOf(caseId);
  }

  private static String refused(String sql) {
    return assertThrows(
            SQLException.class,
            () -> {
              try (Connection app = Postgres.app("sanctions");
                  Statement statement = app.createStatement()) {
                app.setAutoCommit(false);
                statement.execute(sql);
                app.rollback();
              }
            },
            sql)
        .getSQLState();
  }

  /** A column that Hibernate names in every update, and that the role may not update. */
  private List<String> notGranted() throws SQLException {
    List<String> missing = new ArrayList<>();
    for (EntityPersister entity : mappings()) {
      String table = ((AbstractEntityPersister) entity).getTableName();
      if (!entity.isMutable()
          || granted("has_any_column_privilege('sanctions_app', '%s', 'UPDATE')", table) == 0) {
        continue; // written once
      }
      boolean[] updated = entity.getPropertyUpdateability();
      for (int i = 0; i < updated.length; i++) {
        if (!updated[i] || entity.getPropertyTypes()[i].isCollectionType()) {
          continue;
        }
        for (String column : ((AbstractEntityPersister) entity).getPropertyColumnNames(i)) {
          if (granted("has_column_privilege('sanctions_app', '%s', '%s', 'UPDATE')", table, column)
              == 0) {
            missing.add(table + "." + column);
          }
        }
      }
    }
    return missing;
  }

  @SuppressWarnings("removal") // nothing else names the columns that are updated
  private List<EntityPersister> mappings() {
    List<EntityPersister> mappings = new ArrayList<>();
    entities
        .unwrap(SessionFactoryImplementor.class)
        .getMappingMetamodel()
        .forEachEntityDescriptor(mappings::add);
    return mappings;
  }

  private static long granted(String privilege, Object... names) throws SQLException {
    return Rows.count("select cast(" + privilege.formatted(names) + " as int)");
  }

  @Test
  @DisplayName("SAN-47 what the program names in an update, the service's role may update")
  void updates() throws SQLException {
    assertTrue(mappings().size() > 10, "the entities are looked at");
    assertEquals(List.of(), notGranted());
  }

  @ParameterizedTest
  @DisplayName("SAN-47 what is written once, the service's role cannot change or delete")
  @ValueSource(
      strings = {
        "update measure_version set recorded_at = now()",
        "delete from measure_version",
        "delete from measure",
        "update measure set subject = gen_random_uuid()",
        "update measure set kind = 'WARNING'",
        "update measure set starts_at = now()",
        "update measure_exception set until_day = '2030-01-01'",
        "update measure_stay set starts_at = now()",
        "delete from case_part",
        "update case_part set part = 'CLOSED'",
        "update notice set respond_by = '2020-01-01'",
        "update subject_response set text = ''",
        "update proposal set measures = '[]'",
        "update decision set decided_by = 'x'",
        "delete from decision",
        "update appeal_vote set outcome = 'UPHELD'",
        "update appeal_vote set variations = '[]'",
        "update measure set urgency = 'x'",
        "delete from erased_subject",
        "update state_decision set number = 'x'",
        "delete from state_decision_act",
        "update ground set valid_from = '2000-01-01'",
        "insert into calendar_day (day, kind, name) values ('2026-12-24', 'DAY_OFF', 'x')",
        "select erase_measure_texts(gen_random_uuid())",
        "select erase_state_decision_texts(gen_random_uuid())",
        "select erase_case_texts(gen_random_uuid())",
        "select erase_appeal_texts(gen_random_uuid())",
        "select erase_report_texts(gen_random_uuid())"
      })
  void onlyOnce(String sql) {
    assertEquals(NOT_ALLOWED, refused(sql));
  }

  @ParameterizedTest
  @DisplayName("SAN-10 a status follows only one that may precede it")
  @CsvSource({"OPENED", "NOTIFIED", "PROPOSED", "RETURNED", "RULED", "WITHDRAWN", "DISMISSED"})
  void statusOrder(String next) {
    assertEquals(
        CHECK,
        refused("update case_file set status = '%s' where id = '%s'".formatted(next, caseId)));
  }

  @ParameterizedTest
  @DisplayName("SAN-18, SAN-54 what is too many does not fit into the tables")
  @CsvSource({
    "notice, case_id, 10",
    "subject_response, case_id, 29",
    "proposal, case_id, 10",
    "measure_exception, measure_id, 10"
  })
  void noRoom(String table, String owner, int most) throws SQLException {
    Api.DECIDER
        .act(
            "measures/" + measure,
            "exceptions",
            Map.of("scope", Map.of(), "reason", "r", "from", "2026-12-20", "until", "2026-12-21"))
        .then()
        .statusCode(201);
    String copies =
        "insert into %1$s select (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid()))).*"
            + " from %1$s t, generate_series(1, %3$d) where %2$s = '%4$s'";
    String id = owner.equals("case_id") ? caseId : measure;
    assertEquals(CHECK, refused(copies.formatted(table, owner, most, id)));
    Rows.run("begin; " + copies.formatted(table, owner, most - 1, id) + "; rollback");
  }

  @Test
  @DisplayName("SAN-21 the proposer's own decision does not fit into the table")
  void fourEyes() {
    assertEquals(
        CHECK,
        refused(
            """
            insert into decision (id, case_id, proposal, proposed_by, outcome, reasons, decided_by, decided_at)
            select gen_random_uuid(), case_id, proposal, proposed_by, 'RETURNED', 'r', proposed_by, now()
            from decision where case_id = '%s'
            """
                .formatted(caseId)));
  }

  @Test
  @DisplayName("SAN-45 two stays of a measure never overlap")
  void stays() {
    String stay =
        "insert into measure_stay (id, measure_id, starts_at, ends_at, granted_by, granted_at)"
            + " values (gen_random_uuid(), '%s', '%s', %s, 'p', now());";
    assertEquals(
        EXCLUSION,
        refused(
            stay.formatted(measure, "2026-12-01T00:00Z", "'2026-12-10T00:00Z'")
                + stay.formatted(measure, "2026-12-09T23:59Z", "null")));
  }

  @Test
  @DisplayName("SAN-41 a measure without an end and a review does not fit into the table")
  void endless() {
    assertEquals(
        CHECK,
        refused(
            "update measure set until_day = null, ends_at = null where id = '%s'"
                .formatted(measure)));
  }

  @Test
  @DisplayName("SAN-46 an annulled measure stays annulled")
  void annulled() {
    String end = "update measure set end_state = %s, end_at = %s, end_cause = %s where id = '%s';";
    assertEquals(
        CHECK,
        refused(
            end.formatted("'ANNULLED'", "now()", "'WRONG_ACT'", measure)
                + end.formatted("'LIFTED'", "now()", "null", measure)));
    assertEquals(
        CHECK,
        refused(
            end.formatted("'LIFTED'", "now()", "null", measure)
                + end.formatted("null", "null", "null", measure)));
  }

  @Test
  @DisplayName("SAN-47 a version never goes behind one that was told")
  void versions() {
    assertEquals(
        CHECK,
        refused(
            """
            insert into measure_version (measure_id, version, subject, type, recorded_at, state)
            values ('%s', 99, '%s', 'x', '2020-01-01', '{}')
            """
                .formatted(measure, UUID.randomUUID())));
  }

  @Test
  @DisplayName("SAN-32 a vote to annul without a cause does not fit into the table")
  void wholeVotes() {
    String appeal = Given.appealed(UUID.fromString(subject()), caseId);
    assertEquals(
        CHECK,
        refused(
            """
            insert into appeal_vote (id, appeal_id, person, outcome, reasons, voted_at)
            values (gen_random_uuid(), '%s', 'p', 'ANNULLED', 'r', now())
            """
                .formatted(appeal)));
  }

  @Test
  @DisplayName("SAN-52 the span of interim measures has both days, in order")
  void interimSpan() {
    String span = "update case_file set interim_from = %s, interim_until = %s where id = '%s'";
    assertEquals(CHECK, refused(span.formatted("'2026-12-01'", "null", caseId)));
    assertEquals(CHECK, refused(span.formatted("'2026-12-02'", "'2026-12-01'", caseId)));
  }

  private String subject() {
    return Api.AUDITOR.get("cases/" + caseId).path("subject");
  }
}
