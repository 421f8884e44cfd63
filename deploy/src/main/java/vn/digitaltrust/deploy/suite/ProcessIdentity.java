package vn.digitaltrust.deploy.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Which process a pid meant when it was written down. Pids are used again, so a pid alone may name
 * somebody else's process by now; with the time the process started it cannot.
 *
 * @param pid the process id
 * @param started the kernel's own start time on Linux (ticks since boot, with the id of that boot),
 *     else the wall clock
 */
public record ProcessIdentity(long pid, String started) {

  /** The identity of a living process; empty if there is none with this pid. */
  public static Optional<ProcessIdentity> of(long pid) {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .flatMap(handle -> startedAt(handle).map(started -> new ProcessIdentity(pid, started)));
  }

  private static Optional<String> startedAt(ProcessHandle handle) {
    Path stat = Path.of("/proc", Long.toString(handle.pid()), "stat");
    if (Files.exists(stat)) {
      try {
        // The second field is the program's name in brackets and may hold spaces; count from behind
        // it.
        String text = Files.readString(stat);
        String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
        String boot = Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
        return "Z".equals(fields[0]) ? Optional.empty() : Optional.of(boot + ":" + fields[19]);
      } catch (IOException e) {
        return Optional.empty();
      }
    }
    return handle.info().startInstant().map(instant -> Long.toString(instant.toEpochMilli()));
  }

  /** The process, if it still is the one that was written down. */
  public Optional<ProcessHandle> handle() {
    return of(pid).filter(this::equals).flatMap(same -> ProcessHandle.of(pid));
  }
}
