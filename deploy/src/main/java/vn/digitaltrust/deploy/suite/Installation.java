package vn.digitaltrust.deploy.suite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a suite runs from: copies of the built services, the gateway and the launcher in the home's
 * {@code app} folder. A build may then replace or delete what it made before, also while a suite
 * runs, and what was started can always be stopped.
 *
 * <p>Each build has a folder of its own, named after the sizes and times of its files, which
 * appears whole or not at all; {@code current} beside it holds the name of the newest.
 */
public final class Installation {
  private static final String LAUNCHER = "launcher";
  private static final String CURRENT = "current";

  /** A launcher may still run a story from a build that is not current any more. */
  private static final Duration LAUNCHERS_KEPT = Duration.ofDays(1);

  private final Settings settings;
  private final Path folder;

  /** The installation of one home. */
  public Installation(Settings settings, Home home) {
    this.settings = settings;
    this.folder = home.resolve("app");
  }

  /** Copies what Maven has built since the last time; what is not built is left as it is. */
  public void refresh() {
    try {
      for (Part part : Part.built()) {
        Path built = settings.built(part);
        if (Files.exists(built.resolve("quarkus-run.jar"))) {
          install(part.label(), built, files(built));
        }
      }
      Path target = settings.checkout().resolve("deploy/target");
      if (Files.exists(target.resolve("deploy.jar"))) {
        List<Path> launcher =
            Stream.concat(
                    Stream.of(target.resolve("deploy.jar")), files(target.resolve("lib")).stream())
                .toList();
        install(LAUNCHER, target, launcher);
      }
    } catch (IOException e) {
      throw new Failure("What was built cannot be copied into %s: %s".formatted(folder, e), e);
    }
  }

  private void install(String name, Path source, List<Path> files) throws IOException {
    String build = fingerprint(source, files);
    Path place = folder.resolve(name);
    Path whole = place.resolve(build);
    if (!Files.isDirectory(whole)) {
      Files.createDirectories(place);
      Path fresh = Files.createTempDirectory(place, "new.");
      for (Path file : files) {
        Path copy = fresh.resolve(source.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
      appear(fresh, whole);
    }
    Path next = Files.createTempFile(place, "new.", "");
    Files.writeString(next, build + "\n");
    Files.move(next, place.resolve(CURRENT), StandardCopyOption.ATOMIC_MOVE);
  }

  private static void appear(Path fresh, Path whole) throws IOException {
    try {
      Files.move(fresh, whole, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      throw e;
    } catch (FileSystemException e) {
      if (!Files.isDirectory(whole)) {
        throw e;
      }
      Home.delete(fresh); // another launcher was faster
    }
  }

  private static List<Path> files(Path source) throws IOException {
    if (!Files.isDirectory(source)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(source)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static String fingerprint(Path source, List<Path> files) throws IOException {
    StringBuilder text = new StringBuilder();
    for (Path file : files) {
      text.append(source.relativize(file))
          .append(' ')
          .append(Files.size(file))
          .append(' ')
          .append(Files.getLastModifiedTime(file).toMillis())
          .append('\n');
    }
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(text.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  /** The folder that a part is to run from; empty if it was never built. */
  public Optional<Path> current(Part part) {
    Path place = folder.resolve(part.label());
    try {
      return Optional.of(place.resolve(Files.readString(place.resolve(CURRENT)).strip()))
          .filter(Files::isDirectory);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The name of the build that {@link #current} is; empty if there is none. */
  public Optional<String> build(Part part) {
    return current(part).map(path -> path.getFileName().toString());
  }

  /**
   * Deletes earlier builds, and what a copying that was broken off has left.
   *
   * @param used the names of those that processes still run from
   */
  public void sweep(Set<String> used) {
    try {
      for (Part part : Part.built()) {
        Path place = folder.resolve(part.label());
        Optional<String> current = build(part);
        for (Path old : inside(place)) {
          String name = old.getFileName().toString();
          if (!used.contains(name) && !current.equals(Optional.of(name))) {
            Home.delete(old);
          }
        }
      }
      Instant before = Instant.now().minus(LAUNCHERS_KEPT);
      String current = Files.readString(folder.resolve(LAUNCHER).resolve(CURRENT)).strip();
      for (Path old : inside(folder.resolve(LAUNCHER))) {
        if (!old.endsWith(current) && Files.getLastModifiedTime(old).toInstant().isBefore(before)) {
          Home.delete(old);
        }
      }
    } catch (IOException e) {
      // They only take room, and the next start tries again.
    }
  }

  private static List<Path> inside(Path place) throws IOException {
    if (!Files.isDirectory(place)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(place)) {
      return all.filter(path -> !path.endsWith(CURRENT)).toList();
    }
  }
}
