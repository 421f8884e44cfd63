package vn.digitaltrust.deploy.command;

import java.time.Clock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.digitaltrust.deploy.keycloak.Tokens;
import vn.digitaltrust.deploy.suite.Failure;
import vn.digitaltrust.deploy.suite.Home;
import vn.digitaltrust.deploy.suite.Secrets;
import vn.digitaltrust.deploy.suite.Settings;

@Command(
    name = "token",
    description = "Prints an access token of a sample identity; without a name, the names.",
    mixinStandardHelpOptions = true)
final class TokenCommand implements Runnable {
  @Parameters(arity = "0..1", paramLabel = "NAME", description = "For example platform-one.")
  private String name;

  @Option(
      names = "--password",
      description = "Prints the password (or client secret) instead, to log in by hand.")
  private boolean password;

  @Override
  public void run() {
    if (name == null) {
      Tokens.names().forEach(System.out::println);
      return;
    }
    Settings settings = Settings.from(System.getenv());
    Home home = new Home(settings.home());
    if (!home.exists()) {
      throw new Failure("There is no suite in %s. Start one: deploy/up".formatted(settings.home()));
    }
    Tokens tokens =
        new Tokens(
            settings, Secrets.existing(home.resolve("secrets.properties")), Clock.systemUTC());
    System.out.println(password ? tokens.password(name) : tokens.of(name));
  }
}
