package vn.digitaltrust.registry.platform;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.digitaltrust.vocabulary.account.Platform;

/**
 * A platform that an organisation runs.
 *
 * @param platform which
 * @param host the listed host, for {@code OTHER} and for no other
 * @param startsAt from when: since 2000, not in the future; now if absent
 */
@Schema(name = "RegistryPlatformRunRequest")
record PlatformRunRequest(
    @NotNull @Schema(examples = "TIKTOK") Platform platform,
    @Size(min = 1, max = 100)
        @Schema(
            nullable = true,
            description = "The listed host of OTHER; null for every other platform")
        String host,
    @Schema(nullable = true, examples = "2026-01-15T03:00:00Z") Instant startsAt) {}
