package vn.digitaltrust.deploy.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import vn.digitaltrust.deploy.http.Http;
import vn.digitaltrust.deploy.keycloak.KeycloakAdmin;
import vn.digitaltrust.deploy.keycloak.Tokens;
import vn.digitaltrust.deploy.story.Api;
import vn.digitaltrust.deploy.story.Narrator;
import vn.digitaltrust.deploy.story.Story;
import vn.digitaltrust.deploy.story.TrustChecks;
import vn.digitaltrust.deploy.suite.Home;
import vn.digitaltrust.deploy.suite.Installation;
import vn.digitaltrust.deploy.suite.Part;
import vn.digitaltrust.deploy.suite.Progress;
import vn.digitaltrust.deploy.suite.Settings;
import vn.digitaltrust.deploy.suite.Suite;

/**
 * The whole suite, started once for all end-to-end tests of this process on free ports and in a
 * folder of its own below target; its logs stay there. Several processes share the tests out among
 * themselves, each with its own suite (see the POM), so that one waits while another works.
 */
public final class RunningSuite implements AutoCloseable {
  private final Map<String, String> environment = new HashMap<>();
  private final Settings settings;
  private final Tokens tokens;
  private final Api api;
  private Suite suite;

  private RunningSuite() {
    Path module = Path.of("").toAbsolutePath();
    environment.put("DT_CHECKOUT", module.getParent().toString());
    environment.put("DT_HOME", module.resolve("target/e2e-" + process()).toString());
    environment.put("DT_RUNTIME", module.resolve("target/runtime").toString());
    environment.putAll(FreePorts.forAllParts());
    this.settings = Settings.from(environment);
    Home home = new Home(settings.home());
    if (home.exists()) {
      // What a run that was killed has left behind.
      new Suite(settings, progress()).wipe();
    }
    install();
    start();
    this.tokens = new Tokens(settings, suite.secrets(), Clock.systemUTC());
    this.api = new Api(settings, tokens, narrator());
  }

  /** The number of this process among those that share the tests. */
  static int process() {
    return Integer.parseInt(System.getProperty("e2e.process", "1"));
  }

  private static Progress progress() {
    return new Progress(System.out);
  }

  private static Narrator narrator() {
    return new Narrator(
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
        false,
        true);
  }

  /** Copies what was built into the home, as the scripts do before each start. */
  void install() {
    Home home = new Home(settings.home());
    home.open();
    new Installation(settings, home).refresh();
  }

  /** Starts whatever is not running. */
  void start() {
    suite = new Suite(settings, progress());
    suite.start();
  }

  /** Stops everything in order, as deploy/down does. */
  void stop() {
    suite.stop();
  }

  /** The variables that tell a script here which suite this is. */
  Map<String, String> environment() {
    return Map.copyOf(environment);
  }

  /** Where everything is. */
  public Settings settings() {
    return settings;
  }

  /** Its parts. */
  public Suite suite() {
    return suite;
  }

  /** Its API as its people use it. */
  public Api api() {
    return api;
  }

  /** Their tokens. */
  public Tokens tokens() {
    return tokens;
  }

  /** The accounts behind the tokens. */
  public KeycloakAdmin keycloak() {
    return new KeycloakAdmin(settings, suite.secrets());
  }

  TrustChecks checks() {
    return new TrustChecks(api, narrator());
  }

  /** A story of its own KOL; tells nothing. */
  Story story() {
    return new Story(settings, tokens, keycloak(), narrator());
  }

  /** SIGKILL: no farewell, no flush. */
  void kill(Part part) {
    ProcessHandle process = suite.records().alive(part).orElseThrow();
    process.destroyForcibly();
    try {
      process.onExit().get(10, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException(part + " survived SIGKILL", e);
    }
  }

  /** SIGSTOP: connections stay open, and nothing moves on them. */
  void freeze(Part part) {
    signal("-STOP", part);
  }

  /** SIGCONT: as if nothing had been. */
  void thaw(Part part) {
    signal("-CONT", part);
  }

  private void signal(String signal, Part part) {
    ProcessHandle process = suite.records().alive(part).orElseThrow();
    List<String> command = new ArrayList<>(List.of("kill", signal));
    Stream.concat(Stream.of(process), process.descendants())
        .map(it -> Long.toString(it.pid()))
        .forEach(command::add);
    try {
      int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
      if (exit != 0) {
        throw new IllegalStateException(command + " ended with " + exit);
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(command.toString(), e);
    }
  }

  /** The position of a service's journal. */
  long head(Part service) {
    return journal(service, 0, 1).path("head").path("position").asLong();
  }

  /** A page of a service's journal, as the auditor reads it. */
  JsonNode journal(Part service, long after, int limit) {
    return api.peek(
            "auditor-nga",
            "/%s/v1/journal?after=%d&limit=%d".formatted(service.shortName(), after, limit))
        .orThrow("the auditor reads the journal")
        .json();
  }

  /** Everything after a position. */
  List<JsonNode> entries(Part service, long after) {
    List<JsonNode> entries = new ArrayList<>();
    long position = after;
    while (true) {
      JsonNode page = journal(service, position, 1_000);
      if (page.path("entries").isEmpty()) {
        return entries;
      }
      page.path("entries").forEach(entries::add);
      position = entries.get(entries.size() - 1).path("position").asLong();
    }
  }

  /** What the journal of a service says about its own chain. */
  Http.Answer verification(Part service) {
    return api.peek("auditor-nga", "/%s/v1/journal/verification".formatted(service.shortName()));
  }

  @Override
  public void close() {
    suite.stop();
  }

  /**
   * Hands the one suite to every test class. It lasts as long as the process: each class may be a
   * run of its own to JUnit.
   */
  public static final class Extension implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == RunningSuite.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getStore(
              ExtensionContext.StoreScope.LAUNCHER_SESSION,
              ExtensionContext.Namespace.create(RunningSuite.class))
          .computeIfAbsent("suite", key -> new RunningSuite(), RunningSuite.class);
    }
  }
}
