package vn.digitaltrust.deploy.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import vn.digitaltrust.deploy.suite.Failure;

/** The program behind the scripts in this folder. */
@Command(
    name = "deploy",
    description = "Runs the Digital Trust suite on this machine.",
    mixinStandardHelpOptions = true,
    subcommands = {
      UpCommand.class,
      DownCommand.class,
      StatusCommand.class,
      TokenCommand.class,
      DemoCommand.class,
      PropagationCommand.class,
      DoorCommand.class,
      InstallCommand.class
    })
public final class Launcher {
  private Launcher() {}

  /** Runs one command and exits with its code: 0 done, 1 failed, 2 wrong arguments. */
  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new Launcher())
            .setExecutionExceptionHandler(Launcher::explain)
            .execute(arguments));
  }

  /** A failure is a message for people; anything else is a fault of ours, shown with its trace. */
  private static int explain(
      Exception failure, CommandLine command, CommandLine.ParseResult arguments) {
    if (failure instanceof Failure) {
      command.getErr().println(command.getColorScheme().errorText(failure.getMessage()));
    } else {
      failure.printStackTrace(command.getErr());
    }
    return 1;
  }
}
