package vn.digitaltrust.deploy.suite;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.digitaltrust.deploy.postgres.Databases;

/**
 * How one of the services or the gateway is run: command and environment. Everything it must know
 * is in the environment; nothing is in a file.
 */
final class QuarkusPart {
  /** Tells the gateway where to serve health and metrics. */
  static final String MANAGEMENT_PORT = "QUARKUS_MANAGEMENT_PORT";

  private final Settings settings;
  private final Secrets secrets;
  private final Part part;
  private final Path folder;

  /** A part that runs from this folder. */
  QuarkusPart(Settings settings, Secrets secrets, Part part, Path folder) {
    this.settings = settings;
    this.secrets = secrets;
    this.part = part;
    this.folder = folder;
  }

  List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(settings.java().toString());
    command.add(Processes.mark(settings.home(), part));
    command.addAll(part.heap());
    command.addAll(
        List.of(
            "-XX:MaxMetaspaceSize=160m",
            "-XX:ReservedCodeCacheSize=96m",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dfile.encoding=UTF-8",
            "-Duser.timezone=UTC",
            "-jar",
            folder.resolve("quarkus-run.jar").toString()));
    return command;
  }

  /**
   * The command of a process that is not on record and must not be taken for the one that is.
   *
   * @param options for its JVM, which win over the usual ones
   */
  List<String> unmarked(String... options) {
    List<String> command = command();
    command.remove(Processes.mark(settings.home(), part));
    command.addAll(command.indexOf("-jar"), List.of(options));
    return command;
  }

  Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(settings.port(part)));
    if (part == Part.GATEWAY) {
      environment.put(MANAGEMENT_PORT, Integer.toString(settings.managementPort()));
    }
    environment.put("OIDC_URL", settings.issuer());
    // Data flows one way: a part knows those to its left and no others.
    Part.services().stream()
        .takeWhile(left -> left != part)
        .forEach(
            left ->
                environment.put(
                    left.shortName().toUpperCase(Locale.ROOT) + "_URL", settings.origin(left)));
    if (part != Part.REGISTRY) {
      // Only for those that call others: elsewhere Quarkus takes it for a second token issuer,
      // named "client".
      environment.put(
          "QUARKUS_OIDC_CLIENT_CREDENTIALS_SECRET", secrets.get("keycloak." + part.label()));
    }
    // Here people read the logs, not machines.
    environment.put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false");
    environment.put("QUARKUS_LOG_CONSOLE_COLOR", "false");
    // While a part starts it is asked several times a second whether it is ready.
    environment.put("QUARKUS_LOG_CATEGORY__IO_SMALLRYE_HEALTH__LEVEL", "WARN");
    if (Part.services().contains(part)) {
      String name = part.shortName();
      environment.put("DOOR_CURSOR_SECRET", secrets.get(name + ".cursor"));
      environment.put("JOURNAL_RETRY_SECRET", secrets.get(name + ".retry"));
      if (part == Part.REGISTRY) {
        environment.put("REGISTRY_IDENTITY_SECRET", secrets.get("registry.identity"));
      }
      environment.put("QUARKUS_DATASOURCE_JDBC_URL", Databases.jdbcUrl(settings, name));
      environment.put("QUARKUS_DATASOURCE_PASSWORD", secrets.get("postgres." + name + "_app"));
      environment.put("QUARKUS_FLYWAY_PASSWORD", secrets.get("postgres." + name + "_owner"));
    }
    return environment;
  }

  static URI ready(Settings settings, Part part) {
    return ready(settings.management(part));
  }

  static URI ready(String management) {
    return URI.create(management + "/q/health/ready");
  }
}
