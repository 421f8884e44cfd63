package vn.digitaltrust.deploy.upgrade;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
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

  /** Makes the schema as it was at this version. */
  void migrate(String url, String owner, String password, String version) throws IOException {
    try (URLClassLoader service =
        new URLClassLoader(jars.toArray(URL[]::new), Migrations.class.getClassLoader())) {
      Properties settings = new Properties();
      try (InputStream file = service.findResource("application.properties").openStream()) {
        settings.load(file);
      }
      Flyway.configure(service)
          .dataSource(url, owner, password)
          .locations(
              Arrays.stream(settings.getProperty("quarkus.flyway.locations").split(","))
                  .map(location -> "classpath:" + location.strip())
                  .toArray(String[]::new))
          .placeholders(
              Map.of(
                  "app", settings.getProperty(PLACEHOLDER + "app"),
                  "eraser", settings.getProperty(PLACEHOLDER + "eraser")))
          .target(MigrationVersion.fromVersion(version))
          .load()
          .migrate();
    }
  }
}
