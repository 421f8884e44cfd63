package vn.digitaltrust.deploy.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import vn.digitaltrust.deploy.suite.Processes;

/** What PostgreSQL itself writes into its data folder about the server that runs on it. */
record Postmaster(Path data) {

  /** The process id of the server on this folder, written down when it began; it may be dead. */
  Optional<Long> pid() {
    try {
      return Optional.of(
          Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip()));
    } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  /**
   * The same, if that process lives and is this folder's server, not a stranger with its number.
   */
  Optional<Long> running() {
    return pid()
        .filter(
            pid ->
                ProcessHandle.of(pid)
                    .filter(process -> Processes.runs(process, data.toString()))
                    .isPresent());
  }

  /**
   * The programs that the server was started with, so that it can be stopped when nothing else is
   * left of its installation's whereabouts.
   */
  Optional<Path> programs() {
    try {
      // The server's full path, then its arguments in quotes.
      String command = Files.readString(data.resolve("postmaster.opts"));
      Path programs = Path.of(command.substring(0, command.indexOf(" \""))).getParent();
      return Optional.of(programs).filter(folder -> Files.isExecutable(folder.resolve("pg_ctl")));
    } catch (IOException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }
}
