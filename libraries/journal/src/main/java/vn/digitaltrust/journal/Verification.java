package vn.digitaltrust.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a verification found.
 *
 * @param from the first position looked at
 * @param to the last one
 * @param verified how many entries add up, from the first one on
 * @param intact whether all of them do
 * @param broken the first that does not; absent when intact
 * @param head the position and hash of the journal's head
 */
@Schema(name = "JournalVerification")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Verification(
    long from,
    long to,
    long verified,
    boolean intact,
    @Schema(extensions = @Extension(name = "x-may-be-absent", value = "true", parseValue = true))
        Broken broken,
    Head head) {

  /** The journal's head. */
  @Schema(name = "JournalHead")
  record Head(long position, String hash) {}

  /** The first position that does not add up, and why. */
  @Schema(name = "JournalBroken")
  record Broken(long position, Why why) {}

  /** Why a position does not add up. New reasons may come. */
  @Schema(name = "JournalBrokenWhy")
  enum Why {
    /** There is no entry at the position. */
    MISSING,
    /** It does not build on the entry before it. */
    LINK,
    /** Its payload is not the one committed to. */
    PAYLOAD,
    /** Actor, request or parties are not those committed to. */
    TRAIL,
    /** Its hash is not that of what it says. */
    HASH,
    /** It is the last one, and the head says otherwise. */
    HEAD
  }

  /** Null if the entry adds up. */
  static Why check(StoredEntry entry, byte[] before) {
    if (before != null && !Arrays.equals(entry.previous(), before)) {
      return Why.LINK;
    }
    if (!entry.payloadIsCommitted()) {
      return Why.PAYLOAD;
    }
    if (!entry.trailIsCommitted()) {
      return Why.TRAIL;
    }
    return entry.hashAddsUp() ? null : Why.HASH;
  }
}
