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
  private static final long MEGABYTE = 1024 * 1024;
  private static final long NEEDED_MEGABYTES = 2_800;

  private final Settings settings;

  Preflight(Settings settings) {
    this.settings = settings;
  }

  /** Checks JDK, built artefacts, ports and memory for the parts about to start. */
  void check(Collection<Part> parts) {
    checkJava();
    parts.forEach(this::checkPort);
    for (Part part : parts) {
      if (Part.built().contains(part) && !Files.exists(settings.runnable(part))) {
        throw new Failure(
            "%s is not built (%s). Build first: mvn -DskipTests package"
                .formatted(part.label(), settings.runnable(part)));
      }
    }
    if (parts.size() == Part.values().length) {
      checkMemory(available(), NEEDED_MEGABYTES);
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

  private void checkPort(Part part) {
    int port = settings.port(part);
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      throw new Failure(
          "Port %d, which %s needs, is taken by another program. Stop that program, or choose another port: %s=%d deploy/up"
              .formatted(
                  port,
                  part.label(),
                  part.portVariable(),
                  port < 55_000 ? port + 10_000 : port - 10_000),
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

  /**
   * Free memory in MB: the kernel's estimate, or what a container's limit leaves if that is less.
   */
  private static OptionalLong available() {
    OptionalLong machine = meminfo("MemAvailable:");
    OptionalLong limit = number(Path.of("/sys/fs/cgroup/memory.max"));
    OptionalLong used = number(Path.of("/sys/fs/cgroup/memory.current"));
    if (machine.isEmpty() || limit.isEmpty() || used.isEmpty()) {
      return machine;
    }
    return OptionalLong.of(
        Math.min(machine.getAsLong(), (limit.getAsLong() - used.getAsLong()) / MEGABYTE));
  }

  private static OptionalLong meminfo(String key) {
    try (var lines = Files.lines(Path.of("/proc/meminfo"))) {
      return lines
          .filter(line -> line.startsWith(key))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
          .findFirst();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }

  private static OptionalLong number(Path file) {
    try {
      String text = Files.readString(file).strip();
      return text.equals("max") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
    } catch (IOException | NumberFormatException e) {
      return OptionalLong.empty();
    }
  }
}
