package vn.digitaltrust.journal;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That private data was read. */
@Schema(
    name = "JournalAccess",
    requiredProperties = {"readAt", "actor", "requestId", "resource", "subject"})
public record AccessRead(
    @Schema(description = "When it was read", examples = "2026-11-24T01:02:03.456789Z")
        Instant readAt,
    @Schema(description = "Who read it: the token's subject, or `service:` and a name")
        String actor,
    @Schema(description = "The request's X-Request-Id, if it had one", nullable = true)
        String requestId,
    @Schema(description = "What was read", examples = "subject-file") String resource,
    @Schema(
            description = "Whose data it was; null when the access log was read about everybody",
            nullable = true)
        UUID subject) {}
