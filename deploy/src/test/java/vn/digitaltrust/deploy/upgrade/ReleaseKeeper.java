package vn.digitaltrust.deploy.upgrade;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.digitaltrust.deploy.conformance.EveryChange;
import vn.digitaltrust.deploy.http.Http;
import vn.digitaltrust.deploy.keycloak.KeycloakAdmin;
import vn.digitaltrust.deploy.keycloak.Tokens;
import vn.digitaltrust.deploy.postgres.Databases;
import vn.digitaltrust.deploy.sample.SampleLoader;
import vn.digitaltrust.deploy.story.Api;
import vn.digitaltrust.deploy.story.Narrator;
import vn.digitaltrust.deploy.story.Story;
import vn.digitaltrust.deploy.story.TrustChecks;
import vn.digitaltrust.deploy.suite.Part;
import vn.digitaltrust.deploy.suite.Secrets;
import vn.digitaltrust.deploy.suite.Settings;

/**
 * Makes rows of every kind on an empty suite, asks about them, and keeps rows and answers for the
 * next release.
 */
final class ReleaseKeeper {
  private static final String AUDITOR = "auditor-nga";
  private static final Duration QUIET = Duration.ofSeconds(7);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int SAMPLE_SEED = 12;
  private static final int SAMPLE_KOLS = 10;

  /** The aggregates of each service: table, and where the API reads a row of it. */
  private static final Map<Part, Map<String, String>> AGGREGATES =
      Map.of(
          Part.REGISTRY,
          Map.of("subject", "/registry/v1/subjects/", "account", "/registry/v1/accounts/"),
          Part.SANCTIONS,
          Map.of(
              "report", "/sanctions/v1/reports/",
              "case_file", "/sanctions/v1/cases/",
              "appeal", "/sanctions/v1/appeals/",
              "state_decision", "/sanctions/v1/state-decisions/"),
          Part.ALLIANCE,
          Map.of(
              "membership", "/alliance/v1/memberships/",
              "certificate", "/alliance/v1/certificates/"));

  private final Settings settings;
  private final Secrets secrets;
  private final Tokens tokens;
  private final KeycloakAdmin keycloak;
  private final Api api;
  private final Questions questions = new Questions();

  /** Of the suite of these settings. */
  ReleaseKeeper(Settings settings, Secrets secrets, Tokens tokens, KeycloakAdmin keycloak) {
    this.settings = settings;
    this.secrets = secrets;
    this.tokens = tokens;
    this.keycloak = keycloak;
    this.api = new Api(settings, tokens, Narrator.silent());
  }

  /**
   * Makes, asks and keeps.
   *
   * @param name of the release
   */
  void keep(String name, KeptFiles files) throws SQLException, IOException {
    new SampleLoader(settings, tokens, SAMPLE_SEED).load(SAMPLE_KOLS, done -> {});
    Map<String, String> subjects =
        new TreeMap<>(EveryChange.make(settings, secrets, tokens, api, keycloak));
    Story story = new Story(settings, tokens, keycloak, Narrator.silent());
    story.play(chapter -> {});
    subjects.put("kol-linh", story.kol());
    Speakers speakers = new Speakers(keycloak, tokens, subjects);
    speakers.speak();
    LastingLives lives = new LastingLives(api);
    lives.live(story, subjects.get("kol-nam"));
    awaitQuiet();

    Instant at = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
    TrustChecks checks = new TrustChecks(api, Narrator.silent());
    for (Map.Entry<String, String> check : new TreeMap<>(lives.checks()).entrySet()) {
      checks.verdict(check.getKey(), check.getValue());
      questions.ask(api, "platform-one", "/trust/v1/accounts?" + check.getKey());
    }
    for (Part service : Part.services()) {
      try (Connection connection = connect(service)) {
        for (Map.Entry<String, String> aggregate :
            new TreeMap<>(AGGREGATES.get(service)).entrySet()) {
          for (String id :
              Dump.column(connection, "SELECT id FROM " + aggregate.getKey() + " ORDER BY id")) {
            questions.ask(api, AUDITOR, aggregate.getValue() + id);
            askAsMembers(aggregate.getKey(), aggregate.getValue() + id, subjects);
          }
        }
        if (service == Part.SANCTIONS) {
          askForMeasures(connection, at);
        }
      }
    }
    speakers.fallSilent();

    ObjectNode release = Http.JSON.createObjectNode().put("name", name).put("at", at.toString());
    release.set("subjects", Http.JSON.valueToTree(subjects));
    release.set("secrets", Http.JSON.valueToTree(serviceSecrets()));
    release.set("questions", questions.kept());
    files.keepRelease(release);
    for (Part service : Part.services()) {
      try (Connection connection = connect(service)) {
        files.keepDump(service, Dump.of(connection));
      }
    }
  }

  /** Of these a member sees what is its own; a report is known by who handed it in. */
  private void askAsMembers(String table, String path, Map<String, String> subjects) {
    if (List.of("case_file", "appeal", "membership", "certificate").contains(table)) {
      subjects.keySet().forEach(who -> questions.ask(api, who, path));
    }
  }

  /** As they stood at one instant, as was known then. */
  private void askForMeasures(Connection connection, Instant at) throws SQLException {
    for (String subject : new TreeSet<>(Dump.column(connection, "SELECT subject FROM measure"))) {
      questions.ask(
          api,
          AUDITOR,
          "/sanctions/v1/subjects/%s/measures?limit=200&at=%s&knownAt=%s"
              .formatted(subject, at, at));
    }
  }

  private Map<String, String> serviceSecrets() {
    Map<String, String> kept = new TreeMap<>();
    for (Part service : Part.services()) {
      for (String use : List.of("cursor", "retry")) {
        String secret = service.shortName() + "." + use;
        kept.put(secret, secrets.get(secret));
      }
    }
    kept.put("registry.identity", secrets.get("registry.identity"));
    return kept;
  }

  private Connection connect(Part service) throws SQLException {
    return new Databases(settings, secrets).connect(service.shortName());
  }

  /**
   * Until every follower stands at the head of what it follows, and nothing has been told for
   * longer than the services take to notice that a term has ended.
   */
  private void awaitQuiet() throws SQLException {
    long giveUp = System.nanoTime() + PATIENCE.toNanos();
    Map<String, String> heads = heads();
    long since = System.nanoTime();
    while (System.nanoTime() - since < QUIET.toNanos()) {
      pause();
      Map<String, String> now = heads();
      if (!now.equals(heads) || !allFollowed(now)) {
        heads = now;
        since = System.nanoTime();
      }
      if (System.nanoTime() > giveUp) {
        throw new AssertionError("the suite does not come to rest");
      }
    }
  }

  private Map<String, String> heads() throws SQLException {
    Map<String, String> heads = new TreeMap<>();
    for (Part service : Part.services()) {
      heads.put(service.shortName(), column(service, "SELECT position FROM journal_head").get(0));
    }
    return heads;
  }

  private boolean allFollowed(Map<String, String> heads) throws SQLException {
    for (Part service : Part.services()) {
      for (String follower :
          column(service, "SELECT name || ' ' || position FROM journal_follower")) {
        String[] stands = follower.split(" ");
        if (!stands[1].equals(heads.get(stands[0]))) {
          return false;
        }
      }
    }
    return true;
  }

  private List<String> column(Part service, String query) throws SQLException {
    try (Connection connection = connect(service)) {
      return Dump.column(connection, query);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
