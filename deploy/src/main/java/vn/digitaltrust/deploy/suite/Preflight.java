package vn.digitaltrust.deploy.suite;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.OptionalLong;
import java.util.Properties;

/**
 * What is looked at before anything starts, so that a person reads one sentence instead of six
 * logs.
 */
final class Preflight {
  private static final int JAVA_AT_LEAST = 17;
  private static final long NEEDED_MEGABYTES = 2_800;

  private final Settings settings;
  private final Installation installation;

  Preflight(Settings settings, Installation installation) {
    this.settings = settings;
    this.installation = installation;
  }

  /** Checks JDK, built artefacts, ports and memory for the parts about to start. */
  void check(Collection<Part> parts) {
    checkJava();
    for (Part part : parts) {
      checkPort(part, part.portVariable(), settings.port(part));
      if (part == Part.GATEWAY) {
        checkPort(part, Settings.MANAGEMENT_VARIABLE, settings.managementPort());
      }
    }
    for (Part part : parts) {
      if (Part.built().contains(part) && installation.current(part).isEmpty()) {
        throw new Failure(
            "%s is not built (%s). Build first: mvn -DskipTests package"
                .formatted(part.label(), settings.built(part)));
      }
    }
    if (parts.size() == Part.values().length) {
      checkMemory(FreeMemory.ofThisMachine().megabytes(), NEEDED_MEGABYTES);
    }
  }

  private void checkJava() {
    Path release = settings.javaHome().resolve("release");
    Properties properties = new Properties();
    try (var reader = Files.newBufferedReader(release)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new Failure(
          "%s is not a JDK (no file \"release\" in it). Set JAVA_HOME to a JDK 17 or newer."
              .formatted(settings.javaHome()),
          e);
    }
    checkJavaVersion(
        properties.getProperty("JAVA_VERSION", "0").replace("\"", ""), settings.javaHome());
  }

  static void checkJavaVersion(String version, Path where) {
    String[] numbers = version.split("[^0-9]+");
    // "1.8.0_402" up to Java 8, "17.0.15" since
    int feature = Integer.parseInt(numbers[0].equals("1") ? numbers[1] : numbers[0]);
    if (feature < JAVA_AT_LEAST) {
      throw new Failure(
          "The JDK in %s is version %s; the suite needs 17 or newer. Install one or set JAVA_HOME."
              .formatted(where, version));
    }
  }

  private static void checkPort(Part part, String variable, int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      throw new Failure(
          "Port %d, which %s needs, is taken by another program. Stop that program, or choose another port: %s=%d deploy/up"
              .formatted(
                  port, part.label(), variable, port < 55_000 ? port + 10_000 : port - 10_000),
          e);
    }
  }

  static void checkMemory(OptionalLong availableMegabytes, long neededMegabytes) {
    if (availableMegabytes.isPresent() && availableMegabytes.getAsLong() < neededMegabytes) {
      throw new Failure(
          "Too little memory: the suite needs about %d MB free, %d MB are. Close other programs, or use a bigger machine."
              .formatted(neededMegabytes, availableMegabytes.getAsLong()));
    }
  }
}
