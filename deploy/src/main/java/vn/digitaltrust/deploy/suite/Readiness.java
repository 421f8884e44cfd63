package vn.digitaltrust.deploy.suite;

import java.net.URI;
import vn.digitaltrust.deploy.http.Http;

/** Waits until a part answers over HTTP, watching that its process lives. */
public final class Readiness {
  private static final long PAUSE_MILLIS = 150;
  private static final double REMINDER_SECONDS = 15;

  private final Home home;
  private final Progress progress;

  /** Reports to this progress. */
  public Readiness(Home home, Progress progress) {
    this.home = home;
    this.progress = progress;
  }

  /**
   * Returns when the address answers 200.
   *
   * @throws Failure with the end of the log if the process ends or the time runs out
   */
  public void await(Part part, ProcessHandle process, URI address, long seconds) {
    double begun = progress.seconds();
    double reminder = begun + REMINDER_SECONDS;
    while (!answers(address)) {
      if (!process.isAlive()) {
        throw new Failure(
            "%s ended while it started.%n%s".formatted(part.label(), LogTail.of(home.log(part))));
      }
      if (progress.seconds() - begun > seconds) {
        throw new Failure(
            "%s was not ready after %d s (%s).%n%s"
                .formatted(part.label(), seconds, address, LogTail.of(home.log(part))));
      }
      if (progress.seconds() > reminder) {
        progress.say(part, "still starting …");
        reminder += REMINDER_SECONDS;
      }
      pause();
    }
  }

  /** Whether the address answers 200 now. */
  public static boolean answers(URI address) {
    try {
      return Http.get(address).send().status() == 200;
    } catch (Http.Unreachable e) {
      return false;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("Interrupted.", e);
    }
  }
}
