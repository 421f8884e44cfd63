package vn.digitaltrust.deploy.command;

import picocli.CommandLine.Command;
import vn.digitaltrust.deploy.suite.Home;
import vn.digitaltrust.deploy.suite.Installation;
import vn.digitaltrust.deploy.suite.Settings;

/** What the scripts do between building and starting. */
@Command(
    name = "install",
    description = "Copies what was built into the suite's folder, which is what runs.",
    hidden = true,
    mixinStandardHelpOptions = true)
final class InstallCommand implements Runnable {
  @Override
  public void run() {
    Settings settings = Settings.from(System.getenv());
    Home home = new Home(settings.home());
    home.open();
    new Installation(settings, home).refresh();
  }
}
