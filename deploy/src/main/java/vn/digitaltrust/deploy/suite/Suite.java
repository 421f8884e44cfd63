package vn.digitaltrust.deploy.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.digitaltrust.deploy.keycloak.KeycloakServer;
import vn.digitaltrust.deploy.keycloak.RealmImport;
import vn.digitaltrust.deploy.postgres.Databases;
import vn.digitaltrust.deploy.postgres.PostgresServer;

/** All processes of one home: started in an order that works, stopped in the reverse. */
public final class Suite {
  private static final long READY_SECONDS = 180;
  private static final long STOP_SECONDS = 20;

  /**
   * Keycloak does not listen while it makes its schema; a person who pressed Ctrl-C does not wait
   * for that.
   */
  private static final long ABANDON_SECONDS = 3;

  private final Settings settings;
  private final Home home;
  private final Secrets secrets;
  private final Progress progress;
  private final Processes processes;
  private final PostgresServer postgres;
  private final KeycloakServer keycloak;
  private final Readiness readiness;
  private final Installation installation;
  private boolean abandoned;
  private volatile boolean interrupted;

  /** The suite of these settings; makes its home on first use. */
  public Suite(Settings settings, Progress progress) {
    this.settings = settings;
    this.progress = progress;
    this.home = new Home(settings.home());
    home.open();
    this.secrets = new Secrets(home.resolve("secrets.properties"));
    this.processes = new Processes(home);
    this.postgres = new PostgresServer(settings, home, secrets, processes, progress);
    this.keycloak = new KeycloakServer(settings, home, secrets, processes, progress);
    this.readiness = new Readiness(home, progress);
    this.installation = new Installation(settings, home);
  }

  /** Where things are. */
  public Settings settings() {
    return settings;
  }

  /** The folder of this suite. */
  public Home home() {
    return home;
  }

  /** Its passwords and keys. */
  public Secrets secrets() {
    return secrets;
  }

  /** Which processes are its own. */
  public ProcessRecords records() {
    return processes.records();
  }

  /** Where a part says that it is ready; PostgreSQL has no such address. */
  public static URI ready(Settings settings, Part part) {
    return part == Part.KEYCLOAK
        ? KeycloakServer.ready(settings)
        : QuarkusPart.ready(settings, part);
  }

  /** Whether every part runs. */
  public boolean complete() {
    return Arrays.stream(Part.values()).allMatch(part -> records().alive(part).isPresent());
  }

  /** Starts every part that is not running; see {@link #start(Set)}. */
  public void start() {
    start(Set.of(Part.values()));
  }

  /**
   * Starts those of the parts that are not running, or run from an older build than the one
   * installed, and returns when all are ready. If one fails, or the launcher is told to end,
   * whatever this call started is stopped again.
   */
  public void start(Set<Part> wanted) {
    Thread hook =
        new Thread(
            () -> {
              interrupted = true;
              abandon();
            },
            "stop-what-was-started");
    try (var lock = home.lock()) {
      Runtime.getRuntime().addShutdownHook(hook);
      if (lock.isValid()) {
        recover();
        wanted.stream().filter(this::outdated).forEach(this::stopOutdated);
        List<Part> missing =
            Arrays.stream(Part.values())
                .filter(wanted::contains)
                .filter(part -> records().alive(part).isEmpty())
                .toList();
        new Preflight(settings, installation).check(missing);
        startMissing(missing);
        installation.sweep(
            Part.built().stream()
                .flatMap(part -> records().build(part).stream())
                .collect(Collectors.toSet()));
      }
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      abandon();
      throw interrupted ? new Failure("Stopped.", e) : e;
    }
  }

  /** What a launcher that was killed has started but not written down is still this suite's. */
  private void recover() {
    postgres.recover();
    Stream.concat(Stream.of(Part.KEYCLOAK), Part.built().stream()).forEach(processes::recover);
  }

  private boolean outdated(Part part) {
    Optional<String> built = installation.build(part);
    return built.isPresent()
        && records().alive(part).isPresent()
        && !records().build(part).equals(built);
  }

  private void stopOutdated(Part part) {
    progress.say(part, "runs from an older build: restarting");
    processes.stop(part, STOP_SECONDS);
  }

  private void startMissing(Collection<Part> missing) {
    // Unpacking and building Keycloak needs no database, and takes longest.
    CompletableFuture<Path> installed =
        missing.contains(Part.KEYCLOAK)
            ? CompletableFuture.supplyAsync(keycloak::install)
            : CompletableFuture.completedFuture(null);
    if (missing.contains(Part.POSTGRES)) {
      postgres.start();
      progress.say(Part.POSTGRES, "ready");
    }
    new Databases(settings, secrets).provision();
    Path install = joined(installed);
    if (missing.contains(Part.KEYCLOAK)) {
      ProcessHandle process = keycloak.start(install);
      readiness.await(Part.KEYCLOAK, process, KeycloakServer.ready(settings), READY_SECONDS);
    }
    if (records().alive(Part.KEYCLOAK).isPresent()) {
      importRealm();
      progress.say(Part.KEYCLOAK, "ready");
    }
    List<CompletableFuture<Void>> starts =
        Part.built().stream()
            .filter(missing::contains)
            .map(part -> CompletableFuture.runAsync(() -> startBuilt(part), Suite::inThread))
            .toList();
    joined(allOrFirstFailure(starts));
  }

  /** One that does not start ends the waiting for the others. */
  private static CompletableFuture<Void> allOrFirstFailure(List<CompletableFuture<Void>> starts) {
    CompletableFuture<Void> outcome = new CompletableFuture<>();
    for (CompletableFuture<Void> start : starts) {
      start.whenComplete(
          (nothing, failure) -> {
            if (failure != null) {
              outcome.completeExceptionally(failure);
            }
          });
    }
    CompletableFuture.allOf(starts.toArray(CompletableFuture[]::new))
        .thenRun(() -> outcome.complete(null));
    return outcome;
  }

  private void importRealm() {
    RealmImport realm = new RealmImport(settings, secrets);
    realm.realm();
    if (settings.profile() == Settings.Profile.SAMPLE) {
      realm.sampleIdentities();
    }
  }

  private void startBuilt(Part part) {
    Path folder = installation.current(part).orElseThrow();
    QuarkusPart run = new QuarkusPart(settings, secrets, part, folder);
    progress.say(part, "starting");
    ProcessHandle process = processes.start(part, run.command(), run.environment());
    records().writeBuild(part, folder.getFileName().toString());
    readiness.await(part, process, QuarkusPart.ready(settings, part), READY_SECONDS);
    progress.say(part, "ready");
  }

  /**
   * Starts a second process of a service or the gateway from what is installed, for a measurement,
   * and returns when it is ready. It is not on record: whoever starts it ends it.
   *
   * @param name of its log
   * @param port its own
   * @param changed settings that differ from those of the suite's
   * @param options for its JVM, which win over the usual ones
   */
  public Process beside(
      Part part, String name, int port, Map<String, String> changed, String... options) {
    QuarkusPart run =
        new QuarkusPart(settings, secrets, part, installation.current(part).orElseThrow());
    Path log = home.resolve("logs").resolve(name + ".log");
    ProcessBuilder builder =
        new ProcessBuilder(run.unmarked(options))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().putAll(run.environment());
    builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
    int management = part == Part.GATEWAY ? freePort() : port;
    builder.environment().put(QuarkusPart.MANAGEMENT_PORT, Integer.toString(management));
    builder.environment().putAll(changed);
    try {
      Process process = builder.start();
      URI ready = QuarkusPart.ready("http://localhost:" + management);
      readiness.await(part, process.toHandle(), ready, READY_SECONDS);
      return process;
    } catch (IOException e) {
      throw new Failure("%s cannot be started: %s".formatted(name, e.getMessage()), e);
    }
  }

  /** A port that nobody listens on at this moment. */
  public static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> T joined(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  /** Stops what this launcher started, from the last to the first. */
  private synchronized void abandon() {
    Set<Part> parts = new HashSet<>(processes.close());
    if (postgres.attempted()) {
      parts.add(Part.POSTGRES);
    }
    if (!abandoned && !parts.isEmpty()) {
      abandoned = true;
      progress.line("stopping what was started");
      stop(parts, ABANDON_SECONDS);
    }
  }

  /** Stops every part, and returns when all have ended. */
  public void stop() {
    stop(false);
  }

  /** Stops every part and deletes the home, letting no other launcher in between. */
  public void wipe() {
    stop(true);
  }

  private void stop(boolean wipe) {
    try (var lock = home.lock()) {
      if (lock.isValid()) {
        recover();
        stop(Set.of(Part.values()), STOP_SECONDS);
        if (wipe) {
          home.wipe();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void stop(Set<Part> parts, long graceSeconds) {
    // All that talk to PostgreSQL at once, then PostgreSQL.
    parts.stream()
        .filter(part -> part != Part.POSTGRES)
        .map(part -> CompletableFuture.runAsync(() -> stop(part, graceSeconds), Suite::inThread))
        .toList()
        .forEach(CompletableFuture::join);
    if (parts.contains(Part.POSTGRES) && postgres.stop()) {
      progress.say(Part.POSTGRES, "stopped");
    }
  }

  private void stop(Part part, long graceSeconds) {
    if (processes.stop(part, graceSeconds)) {
      progress.say(part, "stopped");
    }
  }

  private static void inThread(Runnable task) {
    new Thread(task, "part").start();
  }
}
