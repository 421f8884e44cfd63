package vn.digitaltrust.deploy.upgrade;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;

/**
 * The migrations of a service as it is installed here, with the locations and placeholders of its
 * own settings.
 */
final class Migrations {
  private static final String PLACEHOLDER = "quarkus.flyway.placeholders.";

  private final List<URL> jars = new ArrayList<>();

  /** Of the service that runs from this folder. */
  Migrations(Path folder) throws IOException {
    for (Path place : List.of(folder.resolve("app"), folder.resolve("lib/main"))) {
      try (Stream<Path> files = Files.list(place)) {
        for (Path jar : files.toList()) {
          // The service and the libraries of this suite; Flyway itself is on the class path here.
          if (place.endsWith("app") || jar.getFileName().toString().startsWith("vn.digitaltrust")) {
            jars.add(jar.toUri().toURL());
          }
        }
      }
    }
  }

  /**
   * Makes the schema as it was.
   *
   * @param history the migrations that had run: rows of Flyway's own table. Those of the journal
   *     have low numbers and come later all the same, so the last version does not name them
   * @param scripts an empty folder to work in
   */
  void migrate(
      String url, String owner, String password, List<Map<String, String>> history, Path scripts)
      throws IOException {
    try (URLClassLoader service =
        new URLClassLoader(jars.toArray(URL[]::new), Migrations.class.getClassLoader())) {
      Set<String> copied = new HashSet<>();
      for (Map<String, String> migration : history) {
        if (migration.get("type").equals("SQL")) {
          Path script = Path.of(migration.get("script"));
          try (InputStream sql = service.getResourceAsStream(script.toString())) {
            Files.copy(
                Objects.requireNonNull(sql, script + " is gone"),
                scripts.resolve(script.getFileName()));
          }
          copied.add(script.getParent().toString());
        }
      }
      Properties settings = new Properties();
      try (InputStream file = service.findResource("application.properties").openStream()) {
        settings.load(file);
      }
      Flyway.configure(service)
          .dataSource(url, owner, password)
          .locations(
              Stream.concat(
                      Stream.of("filesystem:" + scripts),
                      Arrays.stream(settings.getProperty("quarkus.flyway.locations").split(","))
                          .map(String::strip)
                          .filter(location -> !copied.contains(location))
                          .map(location -> "classpath:" + location))
                  .toArray(String[]::new))
          .placeholders(
              Map.of(
                  "app", settings.getProperty(PLACEHOLDER + "app"),
                  "eraser", settings.getProperty(PLACEHOLDER + "eraser")))
          .target(
              history.stream()
                  .map(migration -> MigrationVersion.fromVersion(migration.get("version")))
                  .max(Comparator.naturalOrder())
                  .orElseThrow())
          .load()
          .migrate();
    }
  }
}
