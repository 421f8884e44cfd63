package vn.digitaltrust.registry.account;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.digitaltrust.vocabulary.account.Platform;

/**
 * An account as every member may see it: the payload of its journal entries and the head of
 * answers.
 *
 * @param handle the canonical key of the handle, or null when only the id is known or after erasure
 * @param startsAt from when the account is the subject's
 * @param endsAt until when, exclusively; null while it is
 * @param provenSince since when its platform has attested that it is the subject's; null if never
 */
record AccountState(
    UUID id,
    UUID subject,
    Platform platform,
    @Schema(nullable = true, description = "The platform's own id") String platformId,
    @Schema(
            nullable = true,
            description = "By which the handle is compared",
            examples = "hu.cau.linh")
        String handle,
    @Schema(nullable = true, examples = "Hu.Cau.Linh") String displayHandle,
    @Schema(nullable = true, examples = "https://www.tiktok.com/@hu.cau.linh") String url,
    Instant startsAt,
    @Schema(nullable = true, description = "Exclusive; null while it is the subject's")
        Instant endsAt,
    @Schema(
            nullable = true,
            description = "Since when it is proven to be the subject's; null if it is only said")
        Instant provenSince) {

  /** The account as it is now. */
  static AccountState of(Account account) {
    return new AccountState(
        account.id(),
        account.subject(),
        account.platform(),
        account.platformId(),
        account.handleKey(),
        account.displayHandle(),
        account.url(),
        account.startsAt(),
        account.endsAt(),
        account.provenAt());
  }
}
