package vn.digitaltrust.deploy.command;

import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.digitaltrust.deploy.bench.Distribution;
import vn.digitaltrust.deploy.bench.Propagation;
import vn.digitaltrust.deploy.keycloak.Tokens;
import vn.digitaltrust.deploy.story.Api;
import vn.digitaltrust.deploy.story.Narrator;
import vn.digitaltrust.deploy.suite.Failure;
import vn.digitaltrust.deploy.suite.Progress;
import vn.digitaltrust.deploy.suite.Settings;
import vn.digitaltrust.deploy.suite.Suite;

@Command(
    name = "propagation",
    description =
        "Measures the time from the commit of a measure to the first trust check that shows it."
            + " Exit code 1 if the 99th percentile is above 250 ms, which is what the suite"
            + " promises.",
    mixinStandardHelpOptions = true)
final class PropagationCommand implements Callable<Integer> {
  @Option(
      names = "--tries",
      paramLabel = "N",
      description = "How often (default: ${DEFAULT-VALUE}).")
  private int tries = 200;

  @Override
  public Integer call() {
    Settings settings = Settings.from(System.getenv());
    Progress progress = new Progress(System.out);
    Suite suite = new Suite(settings, progress);
    boolean wasRunning = suite.complete();
    suite.start();
    try {
      Tokens tokens = new Tokens(settings, suite.secrets(), Clock.systemUTC());
      Distribution found =
          new Propagation(new Api(settings, tokens, Narrator.silent()))
              .measure(tries, done -> say(progress, done));
      System.out.printf("%nFrom commit to trust check: %s%n", found);
      if (!Propagation.keepsThePromise(found)) {
        throw new Failure(
            "The 99th percentile, %.1f ms, is above the promised %.0f ms."
                .formatted(found.percentile(0.99), Propagation.PROMISED_P99_MILLIS));
      }
      return 0;
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
