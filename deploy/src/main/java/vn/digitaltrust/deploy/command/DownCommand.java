package vn.digitaltrust.deploy.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.digitaltrust.deploy.suite.Home;
import vn.digitaltrust.deploy.suite.Progress;
import vn.digitaltrust.deploy.suite.Settings;
import vn.digitaltrust.deploy.suite.Suite;

@Command(
    name = "down",
    description = "Stops everything that up started. Data stays, unless wiped.",
    mixinStandardHelpOptions = true)
final class DownCommand implements Runnable {
  @Option(names = "--wipe", description = "Deletes data, logs and secrets of this suite as well.")
  private boolean wipe;

  @Override
  public void run() {
    Settings settings = Settings.from(System.getenv());
    Progress progress = new Progress(System.out);
    Home home = new Home(settings.home());
    if (!home.exists()) {
      progress.line("nothing to stop: there is no suite in " + settings.home());
      return;
    }
    Suite suite = new Suite(settings, progress);
    if (wipe) {
      suite.wipe();
      progress.line("deleted " + settings.home());
    } else {
      suite.stop();
      progress.line("all stopped; the data is kept in " + settings.home());
    }
  }
}
