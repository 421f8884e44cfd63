package vn.digitaltrust.registry.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.digitaltrust.vocabulary.account.Platform;

/**
 * An account that is a subject's: by its page's address, or by platform with a handle, the
 * platform's own id, or both.
 *
 * @param platform needed unless the address is given, and then it has to agree
 * @param handle with or without {@code @}
 * @param platformId the platform's own immutable id; the better key, where it is known
 * @param url the account's page; what apps add to it when they share it is read over
 * @param startsAt from when it is the subject's: since 2000, not in the future; now if absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "RegistryAccountRequest")
public record AccountRequest(
    @Schema(nullable = true, examples = "TIKTOK") Platform platform,
    @Size(min = 1, max = 200) @Schema(nullable = true, examples = "hu.cau.linh") String handle,
    @Size(min = 1, max = 64) @Schema(nullable = true) String platformId,
    @Size(min = 1, max = 2000) @Schema(nullable = true) String url,
    @Schema(nullable = true, examples = "2026-01-15T03:00:00Z") Instant startsAt) {}
