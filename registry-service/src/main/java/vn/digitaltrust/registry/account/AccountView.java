package vn.digitaltrust.registry.account;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An account as it is shown.
 *
 * @param state what the journal tells, too
 * @param canonicalId the subject that its subject is today, after merges; the same if it was not
 *     merged
 */
@Schema(name = "RegistryAccount")
record AccountView(
    @JsonUnwrapped AccountState state,
    @Schema(description = "The subject that its subject is today, after merges")
        UUID canonicalId) {}
