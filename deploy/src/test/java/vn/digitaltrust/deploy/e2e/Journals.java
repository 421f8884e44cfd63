package vn.digitaltrust.deploy.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import vn.digitaltrust.deploy.http.Http;
import vn.digitaltrust.deploy.postgres.Databases;
import vn.digitaltrust.deploy.suite.Part;

/** What must be true of every journal at any time. */
public final class Journals {
  /**
   * The aggregates of each service, and the tables they live in. Not here is an assessment, which
   * is told once and is a part of its certificate; nor the file of an erased subject, of whom
   * nothing private is told any more.
   */
  private static final Map<Part, Map<String, String>> TABLES =
      Map.of(
          Part.REGISTRY,
          Map.of(
              "subject", "subject",
              "subject-file", "subject WHERE status <> 'ERASED'",
              "account", "account"),
          Part.SANCTIONS,
          Map.of(
              "report", "report",
              "case", "case_file",
              "measure", "measure",
              "appeal", "appeal",
              "stateDecision", "state_decision"),
          Part.ALLIANCE,
          Map.of("membership", "membership", "certificate", "certificate"));

  /** Followers and schedulers may be at work between two readings. */
  private static final Duration UNTIL_ALL_IS_QUIET = Duration.ofSeconds(20);

  private Journals() {}

  /**
   * The chain adds up, positions have no gap, no change of anything stands there twice, and what is
   * in the tables is what was told last.
   */
  public static void areWhole(RunningSuite suite) {
    for (Part service : Part.services()) {
      Http.Answer verification = suite.verification(service);
      assertEquals(200, verification.status(), verification.body());
      assertTrue(verification.json().path("intact").asBoolean(), verification.body());
      noGapAndNothingTwice(service, suite.entries(service, 0));
      tellTheTables(suite, service);
    }
  }

  private static void noGapAndNothingTwice(Part service, List<JsonNode> entries) {
    Set<String> seen = new HashSet<>();
    Map<String, Long> versions = new HashMap<>();
    long position = 0;
    for (JsonNode entry : entries) {
      position++;
      assertEquals(position, entry.path("position").asLong(), service + " has a gap");
      String aggregate =
          entry.path("aggregate").asText()
              + entry.path("aggregateId").asText()
              + entry.path("audience").asText();
      long version = entry.path("version").asLong();
      assertTrue(
          seen.add(aggregate + version + entry.path("type").asText()),
          () -> service + " has this twice: " + entry);
      assertTrue(
          versions.merge(aggregate, version, Math::max) == version,
          () -> service + " goes back in: " + entry);
    }
  }

  /** No row without an entry, no entry without its row, and both at the same version. */
  private static void tellTheTables(RunningSuite suite, Part service) {
    long giveUp = System.nanoTime() + UNTIL_ALL_IS_QUIET.toNanos();
    while (true) {
      Map<String, Long> told = told(suite, service);
      Map<String, Long> stored = stored(suite, service);
      if (told.equals(stored)) {
        return;
      }
      if (System.nanoTime() > giveUp) {
        assertEquals(differences(told, stored), differences(stored, told), service.label());
      }
      pause();
    }
  }

  private static Map<String, Long> differences(Map<String, Long> of, Map<String, Long> from) {
    Map<String, Long> differences = new TreeMap<>(of);
    differences.entrySet().removeAll(from.entrySet());
    return differences;
  }

  private static Map<String, Long> told(RunningSuite suite, Part service) {
    Map<String, Long> versions = new TreeMap<>();
    for (JsonNode entry : suite.entries(service, 0)) {
      String aggregate = entry.path("aggregate").asText();
      if (entry.path("type").asText().endsWith(".erased")) {
        versions.remove(aggregate + "-file " + entry.path("aggregateId").asText());
      }
      if (TABLES.get(service).containsKey(aggregate)) {
        versions.merge(
            aggregate + " " + entry.path("aggregateId").asText(),
            entry.path("version").asLong(),
            Math::max);
      }
    }
    return versions;
  }

  private static Map<String, Long> stored(RunningSuite suite, Part service) {
    Map<String, Long> versions = new TreeMap<>();
    try (Connection connection =
            new Databases(suite.settings(), suite.suite().secrets()).connect(service.shortName());
        Statement statement = connection.createStatement()) {
      for (Map.Entry<String, String> table : TABLES.get(service).entrySet()) {
        try (ResultSet row =
            statement.executeQuery("SELECT id, version FROM " + table.getValue())) {
          while (row.next()) {
            versions.put(table.getKey() + " " + row.getString(1), row.getLong(2));
          }
        }
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    return versions;
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
