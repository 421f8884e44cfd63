package vn.digitaltrust.deploy.suite;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Where the suite lives and listens, read from environment variables.
 *
 * @param checkout the folder with the modules
 * @param home data, logs, secrets and process records of this suite ({@code DT_HOME})
 * @param runtime unpacked PostgreSQL and Keycloak ({@code DT_RUNTIME}); may be shared by several
 *     homes
 * @param javaHome the JDK that runs Keycloak, the services and the gateway ({@code DT_JAVA_HOME})
 * @param profile sample or production ({@code DT_PROFILE})
 * @param ports one per part
 * @param managementPort of the gateway, where it serves health and metrics and nothing else
 */
public record Settings(
    Path checkout,
    Path home,
    Path runtime,
    Path javaHome,
    Profile profile,
    Map<Part, Integer> ports,
    int managementPort) {
  /** The environment variable that moves the gateway's health and metrics to another port. */
  public static final String MANAGEMENT_VARIABLE = "GATEWAY_MANAGEMENT_PORT";

  private static final int DEFAULT_MANAGEMENT_PORT = 9080;

  /** What the suite is for: sample identities exist only in {@code SAMPLE}. */
  public enum Profile {
    SAMPLE,
    PRODUCTION
  }

  /** Reads the settings. {@code DT_CHECKOUT} is set by the shell scripts. */
  public static Settings from(Map<String, String> environment) {
    Path checkout =
        Path.of(environment.getOrDefault("DT_CHECKOUT", ".")).toAbsolutePath().normalize();
    Path home =
        Path.of(environment.getOrDefault("DT_HOME", checkout.resolve(".dt").toString()))
            .toAbsolutePath()
            .normalize();
    Path runtime =
        Path.of(environment.getOrDefault("DT_RUNTIME", home.resolve("runtime").toString()))
            .toAbsolutePath()
            .normalize();
    Path javaHome =
        Path.of(environment.getOrDefault("DT_JAVA_HOME", System.getProperty("java.home")));
    Map<Part, Integer> ports = new EnumMap<>(Part.class);
    Map<Integer, String> seen = new HashMap<>();
    for (Part part : Part.values()) {
      ports.put(part, port(part.portVariable(), part.defaultPort(), environment, seen));
    }
    return new Settings(
        checkout,
        home,
        runtime,
        javaHome,
        profile(environment),
        Map.copyOf(ports),
        port(MANAGEMENT_VARIABLE, DEFAULT_MANAGEMENT_PORT, environment, seen));
  }

  private static int port(
      String variable, int otherwise, Map<String, String> environment, Map<Integer, String> seen) {
    int port = port(variable, otherwise, environment.get(variable));
    String other = seen.put(port, variable);
    if (other != null) {
      throw new Failure(
          "%s and %s are both %d. Give each a port of its own.".formatted(other, variable, port));
    }
    return port;
  }

  private static int port(String variable, int otherwise, String text) {
    if (text == null || text.isBlank()) {
      return otherwise;
    }
    try {
      int port = Integer.parseInt(text.strip());
      if (port >= 1 && port <= 65535) {
        return port;
      }
    } catch (NumberFormatException e) {
      // answered below, like a number out of range
    }
    throw new Failure("%s=%s is not a port (1 to 65535).".formatted(variable, text));
  }

  private static Profile profile(Map<String, String> environment) {
    String text = environment.getOrDefault("DT_PROFILE", "sample");
    try {
      return Profile.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new Failure("DT_PROFILE=%s is not known. Say sample or production.".formatted(text));
    }
  }

  /** The port of a part. */
  public int port(Part part) {
    return ports.get(part);
  }

  /**
   * The origin of a part as the other parts and people address it; no path, no slash at the end.
   */
  public String origin(Part part) {
    return "http://localhost:" + port(part);
  }

  /**
   * Where a part serves health and metrics: the gateway, which alone meets the outside, on a port
   * of its own, the others beside their API.
   */
  public String management(Part part) {
    return part == Part.GATEWAY ? "http://localhost:" + managementPort : origin(part);
  }

  /** The token issuer. */
  public String issuer() {
    return origin(Part.KEYCLOAK) + "/realms/digital-trust";
  }

  /** A path of the gateway. */
  public URI gateway(String path) {
    return URI.create(origin(Part.GATEWAY) + path);
  }

  /** The Java program that runs the parts. */
  public Path java() {
    return javaHome.resolve("bin").resolve("java");
  }

  /** What Maven has built for a service or the gateway. */
  public Path built(Part part) {
    return checkout.resolve(part.label()).resolve("target/quarkus-app");
  }

  /** The archives of PostgreSQL and Keycloak that Maven has copied. */
  public Path distributions() {
    return checkout.resolve("deploy/target/dist");
  }

  /** A file in {@link #distributions()} by the start of its name. */
  public Path distribution(String prefix) {
    try (var files = Files.newDirectoryStream(distributions(), prefix + "*")) {
      var found = files.iterator();
      if (found.hasNext()) {
        return found.next();
      }
    } catch (java.io.IOException e) {
      // the same answer as for an empty folder
    }
    throw new Failure(
        "%s*: not found in %s. Build first: mvn -DskipTests package"
            .formatted(prefix, distributions()));
  }
}
