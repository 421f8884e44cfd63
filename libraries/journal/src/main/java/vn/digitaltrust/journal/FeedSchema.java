package vn.digitaltrust.journal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The shape of the feed for the OpenAPI document. The feed itself is written by {@link
 * EntryWriter}, which keeps the hashed bytes as they are.
 *
 * @param entries in position order, without a gap
 * @param head the last entry of the journal when it was read
 */
@Schema(name = "JournalFeed")
record FeedSchema(List<EntryLine> entries, Verification.Head head) {

  /** One entry. An entry that the caller may not see has a position and a hash and nothing else. */
  @Schema(
      name = "JournalEntry",
      requiredProperties = {"position", "hash"},
      extensions = @Extension(name = "x-may-be-absent", value = "true", parseValue = true),
      description =
          "An entry that the caller may not see has a position and a hash and nothing else."
              + " New types and properties may come.")
  record EntryLine(
      @Schema(description = "1, 2, 3 … without a gap, in commit order", examples = "4711")
          long position,
      @Schema(description = "SHA-256, 64 hexadecimal digits") String hash,
      @Schema(description = "The hash of the entry before") String previous,
      @Schema(examples = "2026-11-24T01:02:03.456789Z") Instant recordedAt,
      @Schema(description = "What happened", examples = "kol.registered") String type,
      @Schema(description = "The KOL or organisation concerned") UUID subject,
      @Schema(description = "The kind of aggregate", examples = "subject") String aggregate,
      UUID aggregateId,
      @Schema(description = "The aggregate's version after the change") long version,
      Audience audience,
      @Schema(description = "The version of the payload's schema", examples = "1") int schema,
      @Schema(description = "Binds the payload, which may be erased") String commitment,
      @Schema(description = "Binds who did it") String trailCommitment,
      @Schema(description = "True once the payload is erased; otherwise absent") Boolean erased,
      @Schema(description = "32 bytes in hexadecimal digits; null once erased", nullable = true)
          String salt,
      @Schema(
              description =
                  "The complete state of the aggregate for this audience: the exact JSON text that"
                      + " was hashed; null once erased",
              nullable = true)
          String payload,
      @Schema(description = "Who did it; shown to auditors alone") Trail trail) {}

  /** Who did it. */
  @Schema(name = "JournalTrail")
  record Trail(
      String salt,
      @Schema(description = "The token's subject, or `service:` and a name") String actor,
      @Schema(description = "The request's X-Request-Id, if it had one", nullable = true)
          String requestId,
      @Schema(description = "The subjects and members that the entry names") List<UUID> parties) {}
}
