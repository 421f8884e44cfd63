package vn.digitaltrust.registry.platform;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.digitaltrust.vocabulary.account.Platform;

/**
 * A run as every member may see it: the payload of its journal entries, and the answer.
 *
 * @param organisation who runs it
 * @param host the listed host of {@code OTHER}, otherwise null
 * @param startsAt from when
 * @param endsAt until when, exclusively; null while it runs
 */
@Schema(name = "RegistryPlatformRun")
record PlatformRunState(
    UUID id,
    UUID organisation,
    Platform platform,
    @Schema(
            nullable = true,
            description = "The listed host of OTHER; null for every other platform")
        String host,
    Instant startsAt,
    @Schema(nullable = true, description = "Exclusive; null while it runs") Instant endsAt) {

  /** The run as it is now. */
  static PlatformRunState of(PlatformRun run) {
    return new PlatformRunState(
        run.id(), run.organisation(), run.platform(), run.host(), run.startsAt(), run.endsAt());
  }
}
