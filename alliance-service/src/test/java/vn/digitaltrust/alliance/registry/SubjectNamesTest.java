package vn.digitaltrust.alliance.registry;

import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.alliance.testing.Suite;
import vn.digitaltrust.alliance.testing.TestClock;
import vn.digitaltrust.alliance.testing.Told;
import vn.digitaltrust.journal.Entry;
import vn.digitaltrust.journal.testing.Tokens;

@QuarkusTest
class SubjectNamesTest extends Suite {
  private static final String NAME = "Sao La Đọc Sách (hư cấu)";

  @Inject RegistryChanges changes;
  @Inject SubjectNames names;
  @Inject EntityManager database;
  @Inject EntityManagerFactory factory;

  private void tell(Entry... entries) {
    QuarkusTransaction.requiringNew().run(() -> Stream.of(entries).forEach(changes::apply));
  }

  private Map<UUID, ShownName> called(UUID... subjects) {
    return QuarkusTransaction.requiringNew().call(() -> names.of(List.of(subjects)));
  }

  private long kept(UUID subject) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                (Long)
                    database
                        .createNativeQuery(
                            "select count(*) from subject_name where subject = :subject",
                            Long.class)
                        .setParameter("subject", subject)
                        .getSingleResult());
  }

  private Map<String, String> places(UUID kol) {
    return Map.of(
        member(kol),
        "subjectName",
        certificate(kol),
        "subjectName",
        "/alliance/v1/memberships?subject=" + kol,
        "items.subjectName",
        "/alliance/v1/certificates?subject=" + kol,
        "items.subjectName");
  }

  @Test
  @DisplayName("ALL-71 those who work here see the name beside the id; each name shown is logged")
  void staff() {
    UUID kol = neighbours.subject("KOL", "REGISTERED");
    tell(Told.name(kol, NAME));
    Map<String, String> places = places(kol);
    for (String role : List.of("alliance-admin", "assessor", "auditor")) {
      String reader = role + "-" + UUID.randomUUID();
      places.forEach(
          (path, field) -> {
            var answer = as(Tokens.of(reader, role).sign()).get(path).then().statusCode(200);
            if (field.startsWith("items")) {
              answer.body(field, everyItem(is(NAME)));
            } else {
              answer.body(field, is(NAME));
            }
          });
      isLogged(reader, kol, places.size());
    }
  }

  private void isLogged(String reader, UUID kol, long answers) {
    long giveUp = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (logged(reader, kol) < answers && System.nanoTime() < giveUp) {
      Thread.onSpinWait();
    }
    assertEquals(answers, logged(reader, kol));
  }

  private long logged(String reader, UUID kol) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                (Long)
                    database
                        .createNativeQuery(
                            "select count(*) from access_log where actor = :reader"
                                + " and subject = :kol and resource = 'subject-name'",
                            Long.class)
                        .setParameter("reader", reader)
                        .setParameter("kol", kol)
                        .getSingleResult());
  }

  @Test
  @DisplayName("ALL-71 members, the subject, other offices and services are never shown it")
  void others() {
    UUID kol = neighbours.subject("KOL", "REGISTERED");
    tell(Told.name(kol, NAME));
    List<String> others = new ArrayList<>(List.of(kol(kol)));
    for (String role :
        List.of("platform", "business", "press", "authority", "kol", "registrar", "service")) {
      others.add(Tokens.as(role));
    }
    // In a matter of one's own nobody is staff.
    others.add(Tokens.of("bound", "alliance-admin").claim("subject_id", kol.toString()).sign());
    for (String path : places(kol).keySet()) {
      for (String other : others) {
        String answer = as(other).get(path).then().statusCode(200).extract().asString();
        assertFalse(answer.contains(NAME), path);
      }
    }
  }

  @Test
  @DisplayName(
      "ALL-70 withholding, merging and erasing clear the row; a merged one has the other's")
  void cleared() {
    UUID kol = neighbours.subject("KOL", "REGISTERED");
    UUID former = neighbours.subject("KOL", "REGISTERED");
    String path = certificate(former);
    tell(Told.name(kol, NAME), Told.name(former, "Tên Cũ"));
    String number = "KOL-100000011";
    assertEquals(
        Map.of(kol, new ShownName(NAME, number), former, new ShownName("Tên Cũ", number)),
        called(kol, former));
    as(admin()).get(path).then().body("subjectNumber", is(number));
    tell(Told.name(kol, null));
    assertEquals(0, kept(kol), "withheld");
    // What the registry tells of the name comes in the next entry, perhaps in a later transaction.
    tell(Told.name(kol, NAME), Told.subject(former, "MERGED", kol, TestClock.MORNING));
    assertEquals(0, kept(former), "merged");
    as(admin()).get(path).then().body("subject", is(former.toString()), "subjectName", is(NAME));
    tell(Told.subject(kol, "ERASED", null, TestClock.MORNING));
    assertEquals(0, kept(kol), "erased");
    as(admin()).get(path).then().body("subjectName", nullValue());
  }

  @Test
  @DisplayName("ALL-71 names cost a page one statement, however many there are")
  void statements() {
    for (int i = 0; i < 4; i++) {
      UUID kol = neighbours.subject("KOL", "REGISTERED");
      tell(Told.name(kol, NAME));
      certificate(kol);
    }
    assertEquals(
        statementsOf("/alliance/v1/certificates?limit=1"),
        statementsOf("/alliance/v1/certificates?limit=4"));
  }

  private long statementsOf(String list) {
    Statistics statistics = factory.unwrap(SessionFactory.class).getStatistics();
    return LongStream.range(0, 3)
        .map(
            i -> {
              statistics.clear();
              as(admin()).get(list).then().statusCode(200);
              return statistics.getPrepareStatementCount();
            })
        .min()
        .orElseThrow();
  }
}
