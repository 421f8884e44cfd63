package vn.digitaltrust.registry.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import vn.digitaltrust.journal.Moment;
import vn.digitaltrust.registry.subject.Subjects;
import vn.digitaltrust.vocabulary.account.Platform;

/** What other features of the registry may ask of who runs a platform. */
@ApplicationScoped
public class RunningPlatforms {
  private final PlatformRunRepository runs;
  private final Subjects subjects;
  private final Clock clock;

  RunningPlatforms(PlatformRunRepository runs, Subjects subjects, Clock clock) {
    this.runs = runs;
    this.subjects = subjects;
    this.clock = clock;
  }

  /**
   * Whether an organisation runs a platform now, and is registered.
   *
   * @param host the listed host of {@code OTHER}, otherwise null
   */
  public boolean runs(UUID organisation, Platform platform, String host) {
    var canonical = subjects.canonical(List.of(organisation)).get(organisation);
    var where = host == null ? PlatformRun.NO_HOST : host;
    // A run begins at the latest now, so whichever is not over runs.
    return canonical != null
        && subjects.isRegistered(canonical)
        && runs.since(subjects.sameAs(canonical), platform, where, Moment.of(clock)).isPresent();
  }
}
