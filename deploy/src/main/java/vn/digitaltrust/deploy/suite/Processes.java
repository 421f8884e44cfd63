package vn.digitaltrust.deploy.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Starts and stops processes and remembers which were started by this launcher. Every start and
 * stop goes through here, under one lock, so that a signal in the middle of a start finds each
 * process either not started or on record.
 */
public final class Processes {
  private static final long HELPER_SECONDS = 20;
  private static final long KILL_SECONDS = 10;

  private final Home home;
  private final ProcessRecords records;
  private final Set<Part> startedHere = EnumSet.noneOf(Part.class);
  private final Map<Process, Part> helpers = new ConcurrentHashMap<>();
  private boolean closing;

  /** The processes of one home. */
  public Processes(Home home) {
    this.home = home;
    this.records = new ProcessRecords(home);
  }

  /** What was written down about earlier starts. */
  public ProcessRecords records() {
    return records;
  }

  /**
   * An argument for a Java program that says of which suite it is which part; see {@link #recover}.
   */
  public static String mark(Path home, Part part) {
    return "-Ddt.part=%s@%s".formatted(part.label(), home);
  }

  /**
   * Puts on record a marked process that runs without one: its launcher was killed before it could
   * write it down.
   */
  public void recover(Part part) {
    if (records.alive(part).isEmpty()) {
      String mark = mark(home.resolve(""), part);
      ProcessHandle.allProcesses()
          .filter(process -> runs(process, mark))
          .findFirst()
          .ifPresent(process -> record(part, process.pid()));
    }
  }

  /** Whether a living process has this text in its command line. */
  public static boolean runs(ProcessHandle process, String text) {
    return process.isAlive()
        && process.info().commandLine().filter(line -> line.contains(text)).isPresent();
  }

  /** Starts a part that runs as one process, detached from the terminal, its output in its log. */
  public ProcessHandle start(Part part, List<String> command, Map<String, String> environment) {
    ProcessBuilder builder = builder(detached(command), environment, newLog(part));
    synchronized (this) {
      refuseWhenClosing();
      try {
        Process process = builder.start();
        adopt(part, process.pid());
        return process.toHandle();
      } catch (IOException e) {
        throw new Failure("%s cannot be started: %s".formatted(part.label(), e.getMessage()), e);
      }
    }
  }

  /** Takes over a process that a helper program (pg_ctl) has started for a part. */
  public synchronized void adopt(Part part, long pid) {
    record(part, pid);
    startedHere.add(part);
  }

  /** Writes down the process of a part that somebody else has started. */
  public synchronized void record(Part part, long pid) {
    ProcessIdentity identity =
        ProcessIdentity.of(pid)
            .orElseThrow(
                () ->
                    new Failure(
                        "%s ended at once.%n%s"
                            .formatted(part.label(), LogTail.of(home.log(part)))));
    records.write(part, identity);
  }

  /**
   * Runs a helper program to its end; its output goes to the log of the part. Returns the exit
   * code.
   */
  public int run(Part part, List<String> command, Map<String, String> environment, long seconds) {
    Process process;
    synchronized (this) {
      refuseWhenClosing();
      try {
        process = builder(detached(command), environment, home.log(part)).start();
        helpers.put(process, part);
      } catch (IOException e) {
        throw new Failure("%s cannot be run: %s".formatted(command.get(0), e.getMessage()), e);
      }
    }
    try {
      if (process.waitFor(seconds, TimeUnit.SECONDS)) {
        return process.exitValue();
      }
      throw new Failure(
          "%s: %s did not end within %d s.%n%s"
              .formatted(part.label(), command.get(0), seconds, LogTail.of(home.log(part))));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("Interrupted.", e);
    } finally {
      if (process.isAlive()) {
        destroyTree(process);
      }
      helpers.remove(process);
    }
  }

  private static void destroyTree(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private static ProcessBuilder builder(
      List<String> command, Map<String, String> environment, Path log) {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .directory(log.getParent().toFile());
    builder.environment().putAll(environment);
    return builder;
  }

  /** A new log; the one before is kept beside it. */
  public Path newLog(Part part) {
    Path log = home.log(part);
    try {
      if (Files.exists(log) && Files.size(log) > 0) {
        Files.move(
            log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new Failure("The log %s cannot be put aside: %s".formatted(log, e), e);
    }
    return log;
  }

  private void refuseWhenClosing() {
    if (closing) {
      throw new Failure("Stopped.");
    }
  }

  /**
   * A session of its own keeps the terminal's Ctrl-C and hang-up from the parts: the launcher stops
   * them in order.
   */
  private static List<String> detached(List<String> command) {
    if (command.get(0).contains("/") && !Files.isExecutable(Path.of(command.get(0)))) {
      throw new Failure("%s is not there, or cannot be run.".formatted(command.get(0)));
    }
    List<String> detached = new ArrayList<>();
    onPath("setsid").or(() -> onPath("nohup")).ifPresent(detached::add);
    detached.addAll(command);
    return detached;
  }

  /** The full path of a program. */
  public static Optional<String> onPath(String program) {
    for (String folder : System.getenv().getOrDefault("PATH", "/usr/bin:/bin").split(":")) {
      Path candidate = Path.of(folder, program);
      if (!folder.isBlank() && Files.isExecutable(candidate)) {
        return Optional.of(candidate.toString());
      }
    }
    return Optional.empty();
  }

  /**
   * From now on nothing is started any more; helper programs end. Returns the parts that this
   * launcher started.
   */
  public Set<Part> close() {
    synchronized (this) {
      closing = true;
    }
    helpers.forEach(
        (process, part) -> {
          if (part == Part.POSTGRES) {
            // Cut off, pg_ctl would leave a server behind that nobody has on record.
            awaitEnd(process.toHandle(), HELPER_SECONDS);
          }
          destroyTree(process);
        });
    synchronized (this) {
      return startedHere.isEmpty() ? Set.of() : EnumSet.copyOf(startedHere);
    }
  }

  /** Asks a part to end, and ends it if it does not in time. True if it was running. */
  public boolean stop(Part part, long graceSeconds) {
    Optional<ProcessHandle> running = records.alive(part);
    running.ifPresent(
        handle -> {
          handle.destroy();
          awaitEnd(handle, graceSeconds);
          if (handle.isAlive()) {
            handle.destroyForcibly();
            awaitEnd(handle, KILL_SECONDS);
          }
          if (records.alive(part).isPresent()) {
            throw new Failure(
                "%s (process %d) does not end, not even when killed."
                    .formatted(part.label(), handle.pid()));
          }
        });
    forget(part);
    return running.isPresent();
  }

  /** A part has ended. */
  public synchronized void forget(Part part) {
    records.clear(part);
    startedHere.remove(part);
  }

  private static void awaitEnd(ProcessHandle handle, long seconds) {
    try {
      handle.onExit().get(seconds, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      // the caller looks whether it is alive
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
