package vn.digitaltrust.deploy.command;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.digitaltrust.deploy.suite.Part;
import vn.digitaltrust.deploy.suite.Progress;
import vn.digitaltrust.deploy.suite.Settings;
import vn.digitaltrust.deploy.suite.Suite;

@Command(
    name = "up",
    description = "Starts what is not running: PostgreSQL, Keycloak, the services, the gateway.",
    mixinStandardHelpOptions = true)
final class UpCommand implements Runnable {
  @Parameters(
      arity = "0..*",
      paramLabel = "PART",
      description = "Only these, for example postgresql keycloak; all by default.")
  private List<String> parts = List.of();

  @Override
  public void run() {
    Settings settings = Settings.from(System.getenv());
    Progress progress = new Progress(System.out);
    Set<Part> wanted =
        parts.isEmpty()
            ? Set.of(Part.values())
            : parts.stream().map(Part::byLabel).collect(Collectors.toSet());
    new Suite(settings, progress).start(wanted);
    System.out.printf(Locale.ROOT, "%nReady in %.0f s.%n", progress.seconds());
    addresses(settings, System.out);
  }

  static void addresses(Settings settings, PrintStream out) {
    out.printf("  Gateway        %s%n", settings.origin(Part.GATEWAY));
    out.printf("  Token issuer   %s%n", settings.issuer());
    out.printf("  Data and logs  %s%n", settings.home());
    out.printf("  A token        deploy/token platform-one%n");
    out.printf("  Stop           deploy/down%n");
  }
}
