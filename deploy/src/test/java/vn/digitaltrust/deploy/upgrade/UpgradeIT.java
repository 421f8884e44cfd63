package vn.digitaltrust.deploy.upgrade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.digitaltrust.deploy.e2e.RunningSuite;
import vn.digitaltrust.deploy.http.Http.Answer;
import vn.digitaltrust.deploy.story.Narrator;
import vn.digitaltrust.deploy.story.TrustChecks;
import vn.digitaltrust.deploy.suite.Part;

/** The databases of the release before start under this one, and nothing in them has changed. */
@ExtendWith(RunningSuite.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UpgradeIT {
  /** A term that ended meanwhile is told, and what was asked of a person is written down. */
  private static final Set<String> GROW_BY_THEMSELVES =
      Set.of("journal_entry", "measure_version", "access_log");

  /**
   * Retry keys and lines of imports are kept for seven days, and an erasure is told in steps until
   * nothing remains.
   */
  private static final Set<String> SHRINK_BY_THEMSELVES =
      Set.of("journal_retry_key", "import_run", "import_line", "erasure_remains");

  private static final String HISTORY = "flyway_schema_history";
  private static final List<String> MIGRATION = List.of("version", "description", "checksum");

  private final RunningSuite suite;
  private final KeptFiles files = new KeptFiles(Path.of("src/test/resources/upgrade"));
  private final Map<Part, String> dumps = new EnumMap<>(Part.class);
  private final Map<Part, String> restored = new EnumMap<>(Part.class);
  private final Map<Part, List<Map<String, String>>> migrations = new EnumMap<>(Part.class);
  private final Map<Part, Map<String, Long>> before = new EnumMap<>(Part.class);
  private final Map<Part, Map<String, Long>> after = new EnumMap<>(Part.class);
  private JsonNode release;
  private UpgradedSuite upgraded;
  private Speakers speakers;

  UpgradeIT(RunningSuite suite) {
    this.suite = suite;
  }

  @BeforeAll
  void start() throws SQLException, IOException {
    release = files.release();
    upgraded = new UpgradedSuite(suite, release.path("secrets"));
    for (Part service : Part.services()) {
      restore(service);
    }
    upgraded.start();
    for (Part service : Part.services()) {
      try (Connection connection = upgraded.connect(service)) {
        after.put(service, Dump.counts(connection));
      }
    }
    Map<String, String> subjects = new HashMap<>();
    release
        .path("subjects")
        .properties()
        .forEach(it -> subjects.put(it.getKey(), it.getValue().asText()));
    speakers = new Speakers(suite.keycloak(), suite.tokens(), subjects);
    speakers.speak();
  }

  private void restore(Part service) throws SQLException, IOException {
    String dump = files.dump(service);
    dumps.put(service, dump);
    upgraded.make(service);
    upgraded.migrate(service, Dump.rows(dump, HISTORY));
    try (Connection connection = upgraded.connect(service)) {
      migrations.put(service, Dump.rows(Dump.of(connection), HISTORY));
      Dump.load(connection, dump);
      restored.put(service, Dump.of(connection));
      before.put(service, Dump.counts(connection));
    }
  }

  @AfterAll
  void stop() throws SQLException {
    if (speakers != null) {
      speakers.fallSilent();
    }
    upgraded.close();
  }

  @Test
  void no_migration_of_the_release_before_was_edited() {
    for (Part service : Part.services()) {
      assertEquals(
          versions(Dump.rows(dumps.get(service), HISTORY)),
          versions(migrations.get(service)),
          service.label());
    }
  }

  private static Map<String, List<String>> versions(List<Map<String, String>> history) {
    Map<String, List<String>> versions = new TreeMap<>();
    history.forEach(
        row -> versions.put(row.get("version"), MIGRATION.stream().map(row::get).toList()));
    return versions;
  }

  @Test
  void all_rows_were_there_when_this_release_started_on_them() {
    for (Part service : Part.services()) {
      assertEquals(dumps.get(service), restored.get(service), service.label());
    }
  }

  @Test
  void each_table_holds_as_many_rows_as_before() {
    for (Part service : Part.services()) {
      before
          .get(service)
          .forEach(
              (table, rows) -> {
                Long now = after.get(service).get(table);
                String what = "%s of %s: %d, now %d".formatted(table, service.label(), rows, now);
                if (table.equals(HISTORY) || GROW_BY_THEMSELVES.contains(table)) {
                  assertTrue(now >= rows, what);
                } else if (SHRINK_BY_THEMSELVES.contains(table)) {
                  assertTrue(now <= rows, what);
                } else if (now != null) {
                  assertEquals(rows, now, what);
                }
              });
    }
  }

  @Test
  void the_chain_of_every_journal_goes_on_from_the_same_hash() throws SQLException {
    for (Part service : Part.services()) {
      Answer verification =
          upgraded
              .api()
              .peek("auditor-nga", "/%s/v1/journal/verification".formatted(service.shortName()));
      assertEquals(200, verification.status(), verification.body());
      assertTrue(verification.json().path("intact").asBoolean(), verification.body());
      Map<String, String> head = Dump.rows(dumps.get(service), "journal_head").get(0);
      try (Connection connection = upgraded.connect(service)) {
        List<String> chain =
            Dump.column(
                connection,
                "SELECT hash::text FROM journal_entry WHERE position <= %s ORDER BY position"
                    .formatted(head.get("position")));
        assertEquals(head.get("position"), Integer.toString(chain.size()), service.label());
        assertEquals(head.get("hash").substring(1), chain.get(chain.size() - 1), service.label());
      }
    }
  }

  /** What was over under the release before is told as such by a pass of this one. */
  @Test
  void members_find_no_measure_that_is_over_and_no_name_that_is_not_shown() throws SQLException {
    Set<String> over;
    try (Connection connection = upgraded.connect(Part.SANCTIONS)) {
      over =
          Set.copyOf(
              Dump.column(
                  connection,
                  "SELECT id FROM measure WHERE end_state IS NOT NULL OR ends_at <= now()"));
      assertFalse(over.isEmpty(), "the release before left some");
      assertTrue(
          Dump.column(connection, "SELECT kind FROM measure")
              .containsAll(List.of("CERTIFICATE_SUSPENSION", "CERTIFICATE_WITHDRAWAL")),
          "and some that touch a right for a time and for good");
      await(
          connection,
          "SELECT count(*) FROM measure WHERE published_until <= now() AND NOT unpublished",
          "0");
      await(
          connection,
          "SELECT count(*) FROM state_decision WHERE published_until <= now() AND NOT unpublished",
          "0");
      await(
          connection,
          """
          SELECT count(*) FROM measure m WHERE (kind LIKE 'CERTIFICATE_%' OR kind LIKE 'MEMBERSHIP_%') AND NOT EXISTS (
            SELECT FROM journal_entry WHERE aggregate = 'measure' AND audience = 'INTERNAL' AND aggregate_id = m.id)
          """,
          "0");
    }
    Set<String> shown = new HashSet<>();
    for (JsonNode entry : feed("platform-one", Part.SANCTIONS)) {
      if (entry.path("aggregate").asText().equals("measure")) {
        String id = entry.path("aggregateId").asText();
        assertTrue(shown.add(id), "only the latest is told: " + entry);
        assertEquals(
            over.contains(id), entry.path("type").asText().equals("measure.unpublished"), id);
        assertEquals(over.contains(id), !entry.path("payload").asText().contains("ground"), id);
      }
    }
    assertTrue(shown.containsAll(over), "each is told as ended");
    Set<String> unnamed;
    try (Connection connection = upgraded.connect(Part.REGISTRY)) {
      unnamed =
          Set.copyOf(
              Dump.column(
                  connection,
                  "SELECT id FROM subject WHERE status <> 'REGISTERED' OR names_withheld"));
    }
    assertFalse(unnamed.isEmpty(), "the release before left some");
    for (JsonNode entry : feed("platform-one", Part.REGISTRY)) {
      String state = entry.path("payload").asText();
      if (unnamed.contains(entry.path("aggregateId").asText())) {
        assertFalse(state.contains("\"displayName\":\""), state);
      }
    }
  }

  private List<JsonNode> feed(String who, Part service) {
    List<JsonNode> entries = new ArrayList<>();
    long after = 0;
    JsonNode page;
    do {
      String path = "/%s/v1/journal?limit=1000&after=%d".formatted(service.shortName(), after);
      page = upgraded.api().peek(who, path).orThrow(path).json();
      page.path("entries").forEach(entries::add);
      after += page.path("entries").size();
    } while (!page.path("entries").isEmpty());
    return entries;
  }

  @Test
  void everything_asked_of_the_release_before_is_answered_alike() {
    assertTrue(release.path("questions").size() > 300, "there is enough to ask");
    List<String> differences = new Questions(release.path("questions")).differences(upgraded.api());
    assertTrue(differences.isEmpty(), String.join("\n", differences));
  }

  @Test
  void what_was_sealed_is_still_known() {
    Answer answer =
        upgraded
            .api()
            .send(
                "registrar-mai",
                "POST",
                "/registry/v1/kols",
                null,
                Map.of(
                    "names",
                    List.of(Map.of("type", "STAGE", "value", "Ai Khác (hư cấu)")),
                    "influence",
                    "KOL",
                    "category",
                    "ARTIST",
                    "homeProvince",
                    "2025:79",
                    "birthDate",
                    "1990-01-15",
                    "personalId",
                    LastingLives.PERSONAL_ID));

    assertEquals(201, answer.status(), answer.body());
    String id = answer.json().path("id").asText();
    Answer duplicates = upgraded.api().peek("registrar-mai", "/registry/v1/duplicates");
    assertTrue(duplicates.body().contains(id), duplicates.body());
  }

  @Test
  void followers_go_on_from_where_they_stood() throws SQLException, IOException {
    String kol =
        upgraded
            .api()
            .send(
                "authority-bvhttdl",
                "POST",
                "/registry/v1/recorded-subjects",
                null,
                Map.of(
                    "kind",
                    "KOL",
                    "names",
                    List.of(Map.of("type", "STAGE", "value", "Dế Mèn (hư cấu)"))))
            .orThrow("recorded subject")
            .json()
            .path("id")
            .asText();
    String handle = "hu.cau.u" + kol.substring(kol.length() - 12);
    upgraded
        .api()
        .send(
            "registrar-mai",
            "POST",
            "/registry/v1/subjects/" + kol + "/accounts",
            null,
            Map.of("platform", "TIKTOK", "handle", handle))
        .orThrow("account");

    new TrustChecks(upgraded.api(), Narrator.silent())
        .until(
            "platform=TIKTOK&handle=" + handle,
            "the new subject",
            check -> check.path("subject").path("id").asText().equals(kol));
    for (Part follower : List.of(Part.SANCTIONS, Part.ALLIANCE)) {
      awaitHead(follower);
      String log = upgraded.log(follower);
      assertFalse(log.contains("from a snapshot"), log);
      assertFalse(log.contains("aggregates at"), log);
    }
  }

  /** Those of the dump stood at the heads of then, so new entries show that they move. */
  private void awaitHead(Part service) throws SQLException {
    String head;
    try (Connection registry = upgraded.connect(Part.REGISTRY)) {
      head = Dump.column(registry, "SELECT position FROM journal_head").get(0);
    }
    try (Connection connection = upgraded.connect(service)) {
      await(connection, "SELECT position FROM journal_follower WHERE name = 'registry'", head);
    }
  }

  private static void await(Connection connection, String query, String answer)
      throws SQLException {
    long giveUp = System.nanoTime() + 20_000_000_000L;
    while (!Dump.column(connection, query).equals(List.of(answer)) && System.nanoTime() < giveUp) {
      Thread.onSpinWait();
    }
    assertEquals(List.of(answer), Dump.column(connection, query), query);
  }
}
