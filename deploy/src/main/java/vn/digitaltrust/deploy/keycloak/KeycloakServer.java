package vn.digitaltrust.deploy.keycloak;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import vn.digitaltrust.deploy.postgres.Databases;
import vn.digitaltrust.deploy.suite.Failure;
import vn.digitaltrust.deploy.suite.Home;
import vn.digitaltrust.deploy.suite.LogTail;
import vn.digitaltrust.deploy.suite.Part;
import vn.digitaltrust.deploy.suite.Processes;
import vn.digitaltrust.deploy.suite.Progress;
import vn.digitaltrust.deploy.suite.Secrets;
import vn.digitaltrust.deploy.suite.Settings;
import vn.digitaltrust.deploy.suite.Unpacked;

/** The Keycloak server of a suite, from the distribution that Maven fetched. */
public final class KeycloakServer {
  private static final long BUILD_SECONDS = 240;

  /** Ways to a token that nobody here uses are not there. */
  private static final List<String> BUILD =
      List.of(
          "build",
          "--db=postgres",
          "--health-enabled=false",
          "--metrics-enabled=false",
          "--features-disabled=ciba,device-flow");

  private final Settings settings;
  private final Home home;
  private final Secrets secrets;
  private final Processes processes;
  private final Progress progress;

  /** The server of one home. */
  public KeycloakServer(
      Settings settings, Home home, Secrets secrets, Processes processes, Progress progress) {
    this.settings = settings;
    this.home = home;
    this.secrets = secrets;
    this.processes = processes;
    this.progress = progress;
  }

  /**
   * Unpacks the distribution and builds it for PostgreSQL, both once; needs no database yet. The
   * build saves what each start would otherwise compute again.
   */
  public Path install() {
    Path zip = settings.distribution("keycloak-quarkus-dist-");
    Path folder =
        Unpacked.once(
            settings.runtime(),
            zip,
            target -> {
              progress.say(Part.KEYCLOAK, "unpacking (first start)");
              unzip(zip, target);
            });
    Path built = folder.resolve(".built");
    String wanted = String.join(" ", BUILD);
    try (FileChannel channel =
            FileChannel.open(
                folder.resolve(".build.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        var lock = Unpacked.lock(channel)) {
      if (lock.isValid() && !(Files.exists(built) && Files.readString(built).equals(wanted))) {
        progress.say(
            Part.KEYCLOAK, "building it for PostgreSQL (first start, about half a minute)");
        build(folder);
        Files.writeString(built, wanted);
      }
    } catch (IOException e) {
      throw new Failure("Keycloak cannot be built in %s: %s".formatted(folder, e), e);
    }
    return folder;
  }

  private void build(Path folder) {
    processes.newLog(Part.KEYCLOAK);
    int exit =
        processes.run(
            Part.KEYCLOAK,
            Stream.concat(Stream.of(folder.resolve("bin/kc.sh").toString()), BUILD.stream())
                .toList(),
            Map.of("JAVA_HOME", settings.javaHome().toString(), "JAVA", settings.java().toString()),
            BUILD_SECONDS);
    if (exit != 0) {
      throw new Failure(
          "Keycloak could not be built.%n%s".formatted(LogTail.of(home.log(Part.KEYCLOAK))));
    }
  }

  private static void unzip(Path archive, Path folder) throws IOException {
    try (ZipInputStream zip =
        new ZipInputStream(new BufferedInputStream(Files.newInputStream(archive)))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        // Without the archive's top folder, which carries the version.
        String name = entry.getName().substring(entry.getName().indexOf('/') + 1);
        Path target = Unpacked.inside(folder, name);
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          Files.copy(zip, target);
          if (name.endsWith(".sh") && !target.toFile().setExecutable(true)) {
            throw new IOException("cannot make executable: " + target);
          }
        }
      }
    }
  }

  /** Starts the server; {@link #ready} says where it answers when it is up. */
  public ProcessHandle start(Path install) {
    progress.say(Part.KEYCLOAK, "starting");
    return processes.start(
        Part.KEYCLOAK,
        // What bin/kc.sh runs, without the shell in between: our pid is the server's own.
        List.of(
            settings.java().toString(),
            Processes.mark(settings.home(), Part.KEYCLOAK),
            "-Xms64m",
            "-Xmx%dm".formatted(Part.KEYCLOAK.heapMegabytes()),
            "-XX:+UseSerialGC",
            "-XX:MaxMetaspaceSize=256m",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dfile.encoding=UTF-8",
            "-Djava.security.egd=file:/dev/urandom",
            "-Duser.language=en",
            "-Duser.country=US",
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "-Dkc.home.dir=" + install,
            "-Djboss.server.config.dir=" + install.resolve("conf"),
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Dpicocli.disable.closures=true",
            "-cp",
            install.resolve("lib/quarkus-run.jar").toString(),
            "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
            "start",
            "--optimized"),
        Map.ofEntries(
            Map.entry("KC_DB_URL", Databases.jdbcUrl(settings, "keycloak")),
            Map.entry("KC_DB_USERNAME", "keycloak"),
            Map.entry("KC_DB_PASSWORD", secrets.get("postgres.keycloak")),
            Map.entry("KC_DB_POOL_MAX_SIZE", "20"),
            Map.entry("KC_CACHE", "local"),
            Map.entry("KC_HTTP_ENABLED", "true"),
            Map.entry("KC_HTTP_HOST", "127.0.0.1"),
            Map.entry("KC_HTTP_PORT", Integer.toString(settings.port(Part.KEYCLOAK))),
            Map.entry("KC_HOSTNAME", settings.origin(Part.KEYCLOAK)),
            Map.entry("KC_HTTP_POOL_MAX_THREADS", "32"),
            Map.entry("KC_BOOTSTRAP_ADMIN_USERNAME", KeycloakAdmin.USER),
            Map.entry("KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.get("keycloak.admin"))));
  }

  /**
   * Answers 200 when the server takes requests; it exists in every Keycloak, before our realm does.
   */
  public static URI ready(Settings settings) {
    return URI.create(
        settings.origin(Part.KEYCLOAK) + "/realms/master/.well-known/openid-configuration");
  }
}
