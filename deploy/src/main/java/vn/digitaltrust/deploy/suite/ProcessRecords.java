package vn.digitaltrust.deploy.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The processes that the launcher started, one small file each in the home's {@code run} folder.
 */
public final class ProcessRecords {
  private final Home home;

  /** The records of one home. */
  public ProcessRecords(Home home) {
    this.home = home;
  }

  private Path file(Part part) {
    return home.resolve("run").resolve(part.label() + ".pid");
  }

  /** Writes down the process that a part runs in. */
  public void write(Part part, ProcessIdentity identity) {
    try {
      Files.writeString(file(part), identity.pid() + "\n" + identity.started() + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes down which build a part runs from. */
  public void writeBuild(Part part, String build) {
    try {
      Files.writeString(buildFile(part), build + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The build that a part runs from; empty if nobody has written it down. */
  public Optional<String> build(Part part) {
    try {
      return Optional.of(Files.readString(buildFile(part)).strip());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Path buildFile(Part part) {
    return home.resolve("run").resolve(part.label() + ".build");
  }

  /**
   * The process a part was started in, dead or alive; empty if it was stopped in order or never
   * started.
   */
  public Optional<ProcessIdentity> read(Part part) {
    try {
      var lines = Files.readAllLines(file(part));
      return lines.size() < 2
          ? Optional.empty()
          : Optional.of(new ProcessIdentity(Long.parseLong(lines.get(0)), lines.get(1)));
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** The living process of a part. */
  public Optional<ProcessHandle> alive(Part part) {
    return read(part).flatMap(ProcessIdentity::handle);
  }

  /** Forgets a part's process. */
  public void clear(Part part) {
    try {
      Files.deleteIfExists(file(part));
      Files.deleteIfExists(buildFile(part));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
