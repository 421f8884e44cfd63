package vn.digitaltrust.registry.claim;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A claim of an account.
 *
 * @param subject whose the account is: the caller's own subject, or the one that the caller is
 *     guardian of
 */
@Schema(name = "RegistryClaimRequest")
record ClaimRequest(@NotNull UUID subject) {}
