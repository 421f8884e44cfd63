package vn.digitaltrust.gateway;

import java.time.Duration;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import vn.digitaltrust.door.settings.SettingsRule;

/** An index is not called stale before a follower of a quiet journal could have heard of it. */
class PatientIndex implements SettingsRule {
  private static final Duration POLL = Duration.ofSeconds(5);

  @Override
  public Stream<String> faults(Config config) {
    Duration stale =
        config.getOptionalValue("trust.stale-after", Duration.class).orElse(Duration.ZERO);
    return stale.compareTo(POLL) > 0
        ? Stream.empty()
        : Stream.of(
            "Set trust.stale-after to more than %d s, as a follower of a quiet journal hears of it only"
                    .formatted(POLL.toSeconds())
                + " so often.");
  }
}
