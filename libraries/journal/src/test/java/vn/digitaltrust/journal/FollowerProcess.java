package vn.digitaltrust.journal;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * Follows a journal over HTTP into a database of its own, where each entry leaves one row. Prints a
 * line per poll. Arguments: journal, token, url, user, password.
 */
public final class FollowerProcess {
  private FollowerProcess() {}

  /** Runs until it is killed. */
  public static void main(String[] arguments) {
    Standalone standalone =
        new Standalone(
            arguments[2], arguments[3], arguments[4], 2, Standalone.background("follower"));
    Follower follower = follower(standalone, arguments[0], arguments[1]);
    while (true) {
      System.out.println(follower.pollOnce(Duration.ofSeconds(1)));
    }
  }

  /** The follower that this process runs, which any other process may run as well. */
  static Follower follower(Standalone standalone, String journal, String token) {
    return Follower.of(
        "crash",
        new JournalSource(URI.create(journal), () -> token),
        standalone.positions,
        new Effects(standalone),
        Clock.systemUTC());
  }

  /** One row per entry; nothing keeps a second row for the same entry out. */
  private record Effects(Standalone standalone) implements Handler {
    @Override
    public void apply(Entry entry) {
      standalone.sql(
          "insert into effect (position, aggregate_id) values (?, ?)",
          entry.position(),
          entry.aggregateId());
    }

    @Override
    public void reload(Stream<Entry> snapshot) {
      throw new IllegalStateException("nothing diverged in this test");
    }
  }
}
