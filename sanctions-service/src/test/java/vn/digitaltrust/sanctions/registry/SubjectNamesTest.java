package vn.digitaltrust.sanctions.registry;

import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.journal.testing.Postgres;
import vn.digitaltrust.journal.testing.Tokens;
import vn.digitaltrust.sanctions.testing.Api;
import vn.digitaltrust.sanctions.testing.Given;
import vn.digitaltrust.sanctions.testing.RegistryFeed;
import vn.digitaltrust.sanctions.testing.RegistryStub;
import vn.digitaltrust.sanctions.testing.Rows;
import vn.digitaltrust.sanctions.testing.TestClock;

@QuarkusTest
class SubjectNamesTest {
  private static final String NAME = "Sao La Đọc Sách (hư cấu)";

  @Inject RegistryFollower registry;
  @Inject EntityManagerFactory database;

  private final RegistryFeed feed = new RegistryFeed();
  private final UUID kol = RegistryStub.subject("KOL", "REGISTERED");

  @BeforeEach
  void begin() throws SQLException {
    TestClock.get().set(TestClock.START);
    Rows.run("delete from journal_follower where name = 'registry'");
  }

  private void follow() {
    feed.serve();
    registry.follow().pollOnce(Duration.ZERO);
  }

  private static long kept(UUID subject) throws SQLException {
    return Rows.count("select count(*) from subject_name where subject = '" + subject + "'");
  }

  /** Where the subject is listed or shown, and the list of the field that names it. */
  private Map<String, String> places() {
    String caseId = Given.decided(kol);
    String measure = Given.measureOf(caseId);
    String appeal = Given.appealed(kol, caseId);
    String decision =
        Api.MINISTRY
            .create("state-decisions", Given.stateDecision(kol, "BVHTTDL", "N-" + kol))
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    return Map.of(
        "cases?subject=" + kol, "items.subjectName",
        "appeals?subject=" + kol, "items.subjectName",
        "measures?subject=" + kol, "items.subjectName",
        "cases/" + caseId, "subjectName",
        "appeals/" + appeal, "subjectName",
        "subjects/" + kol + "/measures", "items.subjectName",
        "measures/" + measure, "subjectName",
        "measures/" + measure + "/versions", "items.subjectName",
        "state-decisions?subject=" + kol, "items.subjectName",
        "state-decisions/" + decision, "subjectName");
  }

  @Test
  @DisplayName("SAN-111 those who work here see the name beside the id, wherever the subject is")
  void staff() throws SQLException {
    feed.named(kol, NAME);
    follow();
    Map<String, String> places = places();
    for (String role : List.of("case-officer", "decision-maker", "appeal-panel", "auditor")) {
      String reader = role + "-" + UUID.randomUUID();
      Api staff = Api.person(reader, role);
      places.forEach(
          (path, field) -> {
            var answer = staff.get(path).then().statusCode(200);
            if (field.startsWith("items")) {
              answer.body(field, everyItem(is(NAME)));
            } else {
              answer.body(field, is(NAME));
            }
          });
      isLogged(reader, places.size());
    }
  }

  /** At least once for each answer that has shown the name. */
  private void isLogged(String reader, int answers) throws SQLException {
    String logged =
        "select count(*) from access_log where actor = '%s' and subject = '%s'"
                .formatted(reader, kol)
            + " and resource = 'subject-name'";
    long giveUp = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (Rows.count(logged) < answers && System.nanoTime() < giveUp) {
      Thread.onSpinWait();
    }
    assertEquals(answers, Rows.count(logged));
  }

  @Test
  @DisplayName("SAN-111 members, the subject, authorities and services are never shown it")
  void others() {
    feed.named(kol, NAME);
    follow();
    List<Api> others = new ArrayList<>(List.of(Api.kol(kol), Api.MINISTRY, Api.PLATFORM));
    for (String role : List.of("business", "press", "registrar", "assessor", "service")) {
      others.add(Api.token(Tokens.as(role)));
    }
    // Who is bound to the subject is no staff in its matter.
    others.add(Api.token(Tokens.of("bound", "case-officer").claim("subject_id", kol).sign()));
    for (String path : places().keySet()) {
      for (Api other : others) {
        assertFalse(other.get(path).asString().contains(NAME), path);
      }
    }
  }

  @Test
  @DisplayName(
      "SAN-110 withholding, merging and erasing clear the row; a merged one has the other's")
  void cleared() throws SQLException {
    UUID former = RegistryStub.subject("KOL", "REGISTERED");
    feed.named(kol, NAME).named(former, "Tên Cũ");
    follow();
    assertEquals(1, kept(kol));
    feed.named(kol, null);
    follow();
    assertEquals(0, kept(kol), "withheld");
    Given.opened(former);
    // What the registry tells of the name comes in the next entry, perhaps in a later transaction.
    feed.named(kol, NAME).says(former, "kol.merged", "MERGED", kol);
    follow();
    assertEquals(0, kept(former), "merged");
    Api.OFFICER
        .get("cases?subject=" + former)
        .then()
        .body("items[0].subject", is(former.toString()), "items[0].subjectName", is(NAME));
    feed.says(kol, "kol.erased", "ERASED", null);
    follow();
    assertEquals(0, kept(kol), "erased");
    Api.OFFICER.get("cases?subject=" + former).then().body("items[0].subjectName", nullValue());
  }

  @Test
  @DisplayName(
      "SAN-160 a name is found as it was told, and one of a release before once it is folded")
  void found() throws SQLException {
    String mark = "z" + kol.toString().substring(0, 8);
    String caseId = Given.opened(kol);
    feed.named(kol, "Sao La Đọc Sách " + mark);
    follow();
    String asked = "cases?name=doc sach " + mark;
    Api.OFFICER.get(asked).then().body("items.id", is(List.of(caseId)));
    Rows.run("update subject_name set folded = '' where subject = '" + kol + "'");
    Api.OFFICER.get(asked).then().body("items.id", is(List.of()));
    for (int again = 0; again < 2; again++) {
      try (var connection = Postgres.superuser("sanctions")) {
        V19_1__FoldedNames.fold(connection);
      }
      Api.OFFICER.get(asked).then().body("items.id", is(List.of(caseId)));
    }
    feed.named(kol, "Đổi Tên " + mark);
    follow();
    Api.OFFICER.get(asked).then().body("items.id", is(List.of()));
    Api.OFFICER.get("cases?name=doi ten " + mark).then().body("items.id", is(List.of(caseId)));
  }

  @Test
  @DisplayName("SAN-111 names cost a page one statement, however many there are")
  void statements() {
    UUID other = RegistryStub.subject("KOL", "REGISTERED");
    for (int i = 0; i < 3; i++) {
      Given.opened(kol);
      Given.opened(other);
    }
    feed.named(kol, NAME).named(other, NAME);
    follow();
    assertEquals(statementsOf("cases?limit=1"), statementsOf("cases?limit=6"));
  }

  private long statementsOf(String list) {
    Statistics statistics = database.unwrap(SessionFactory.class).getStatistics();
    return LongStream.range(0, 3)
        .map(
            i -> {
              statistics.clear();
              Api.OFFICER.get(list).then().statusCode(200);
              return statistics.getPrepareStatementCount();
            })
        .min()
        .orElseThrow();
  }
}
