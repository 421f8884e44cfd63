package vn.digitaltrust.registry.platform;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Ends a run.
 *
 * @param endsAt the first instant at which the organisation runs the platform no more; now if
 *     absent
 */
@Schema(name = "RegistryPlatformRunClosure")
record PlatformRunClosure(
    @Schema(nullable = true, examples = "2026-06-01T00:00:00Z") Instant endsAt) {}
