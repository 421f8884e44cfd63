package vn.digitaltrust.deploy.command;

import java.time.Clock;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.digitaltrust.deploy.keycloak.KeycloakAdmin;
import vn.digitaltrust.deploy.keycloak.Tokens;
import vn.digitaltrust.deploy.sample.BoundSubjects;
import vn.digitaltrust.deploy.sample.SampleLoader;
import vn.digitaltrust.deploy.sample.SampleVerdicts;
import vn.digitaltrust.deploy.story.Narrator;
import vn.digitaltrust.deploy.story.Story;
import vn.digitaltrust.deploy.story.StoryBroken;
import vn.digitaltrust.deploy.suite.Failure;
import vn.digitaltrust.deploy.suite.Progress;
import vn.digitaltrust.deploy.suite.Settings;
import vn.digitaltrust.deploy.suite.Suite;

@Command(
    name = "demo",
    description =
        "Starts the suite, imports fictional KOLs and plays the main job, request by request.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Runnable {
  @Option(
      names = "--kols",
      paramLabel = "N",
      description = "How many fictional KOLs to import (default: ${DEFAULT-VALUE}).")
  private long kols = 5_000;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Another seed makes other people (0 to 999999, default: ${DEFAULT-VALUE}).")
  private int seed = 1;

  @Option(
      names = "--verbose",
      description = "Prints requests and answers whole, not only the line that matters.")
  private boolean verbose;

  @Override
  public void run() {
    Settings settings = Settings.from(System.getenv());
    if (settings.profile() == Settings.Profile.PRODUCTION) {
      throw new Failure(
          "DT_PROFILE=production plays no stories: they leave fictional records behind.");
    }
    if (kols < 0) {
      throw new Failure("--kols is how many people to make: 0 or more.");
    }
    Progress progress = new Progress(System.out);
    Suite suite = new Suite(settings, progress);
    suite.start();
    Tokens tokens = new Tokens(settings, suite.secrets(), Clock.systemUTC());
    load(settings, tokens, progress);
    Narrator narrator = new Narrator(System.out, Boolean.getBoolean("dt.colour"), verbose);
    try {
      new Story(settings, tokens, new KeycloakAdmin(settings, suite.secrets()), narrator)
          .play(chapter -> {});
    } catch (StoryBroken e) {
      throw new Failure(
          "The story broke off: %s%n  Logs: %s"
              .formatted(e.getMessage(), suite.home().resolve("logs")),
          e);
    }
    narrator.chapter("The end");
    narrator.say("Everything was as expected. The suite is still running; look around:");
    UpCommand.addresses(settings, System.out);
  }

  private void load(Settings settings, Tokens tokens, Progress progress) {
    double begun = progress.seconds();
    SampleLoader.Loaded loaded =
        new SampleLoader(settings, tokens, seed)
            .load(
                kols,
                done -> progress.line("imported %,d of %,d fictional KOLs".formatted(done, kols)));
    new BoundSubjects(settings, tokens).enter();
    new SampleVerdicts(settings, tokens).enter();
    progress.line(
        String.format(
            Locale.ROOT,
            "sample data: %,d KOLs created, %,d were there, in %.1f s (all of them fictional)",
            loaded.created(),
            loaded.repeated(),
            progress.seconds() - begun));
  }
}
