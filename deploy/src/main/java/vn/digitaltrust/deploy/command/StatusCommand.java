package vn.digitaltrust.deploy.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import vn.digitaltrust.deploy.suite.Health;
import vn.digitaltrust.deploy.suite.Home;
import vn.digitaltrust.deploy.suite.Memory;
import vn.digitaltrust.deploy.suite.Part;
import vn.digitaltrust.deploy.suite.ProcessRecords;
import vn.digitaltrust.deploy.suite.Settings;

@Command(
    name = "status",
    description =
        "Shows each part: state, port, process, resident memory. Exit code 0 if all are healthy.",
    mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
  private static final String ROW = "%-18s %-10s %6s %8s %9s  %s%n";

  @Override
  public Integer call() {
    Settings settings = Settings.from(System.getenv());
    Home home = new Home(settings.home());
    ProcessRecords records = new ProcessRecords(home);
    System.out.printf("Suite in %s%n%n", settings.home());
    System.out.printf(ROW, "PART", "STATE", "PORT", "PID", "MEMORY", "HEALTH");
    boolean healthy = true;
    long sum = 0;
    for (Part part : Part.values()) {
      Optional<ProcessHandle> process = records.alive(part);
      String health = process.isPresent() ? Health.of(settings, home, part) : "";
      long megabytes = process.map(Memory::residentMegabytes).orElse(0L);
      sum += megabytes;
      healthy &= health.equals("ready");
      System.out.printf(
          ROW,
          part.label(),
          process.isPresent() ? "running" : records.read(part).isPresent() ? "died" : "stopped",
          settings.port(part),
          process.map(handle -> Long.toString(handle.pid())).orElse("-"),
          process.isPresent() ? megabytes + " MB" : "-",
          health);
    }
    System.out.printf(ROW, "", "", "", "", sum + " MB", "");
    return healthy ? 0 : 1;
  }
}
