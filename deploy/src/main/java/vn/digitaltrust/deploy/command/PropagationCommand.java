package vn.digitaltrust.deploy.command;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.digitaltrust.deploy.bench.Distribution;
import vn.digitaltrust.deploy.bench.Propagation;
import vn.digitaltrust.deploy.keycloak.Tokens;
import vn.digitaltrust.deploy.story.Api;
import vn.digitaltrust.deploy.story.Narrator;
import vn.digitaltrust.deploy.suite.Progress;
import vn.digitaltrust.deploy.suite.Settings;
import vn.digitaltrust.deploy.suite.Suite;

@Command(
    name = "propagation",
    description =
        "Measures the time from the commit of a measure to the first trust check that shows it.",
    mixinStandardHelpOptions = true)
final class PropagationCommand implements Runnable {
  @Option(
      names = "--tries",
      paramLabel = "N",
      description = "How often (default: ${DEFAULT-VALUE}).")
  private int tries = 200;

  @Override
  public void run() {
    Settings settings = Settings.from(System.getenv());
    Progress progress = new Progress(System.out);
    Suite suite = new Suite(settings, progress);
    boolean wasRunning = suite.complete();
    suite.start();
    try {
      Narrator silent =
          new Narrator(
              new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
              false);
      Tokens tokens = new Tokens(settings, suite.secrets(), Clock.systemUTC());
      Distribution found =
          new Propagation(new Api(settings, tokens, silent))
              .measure(tries, done -> say(progress, done));
      System.out.printf("%nFrom commit to trust check: %s%n", found);
    } finally {
      if (!wasRunning) {
        suite.stop();
      }
    }
  }

  private void say(Progress progress, int done) {
    if (done % 50 == 0) {
      progress.line("%d of %d".formatted(done, tries));
    }
  }
}
