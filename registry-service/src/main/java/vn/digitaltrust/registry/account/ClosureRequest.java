package vn.digitaltrust.registry.account;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Ends an account's interval.
 *
 * @param endsAt the first instant at which the account is not the subject's any more; now if absent
 */
@Schema(name = "RegistryAccountClosure")
record ClosureRequest(@Schema(nullable = true, examples = "2026-06-01T00:00:00Z") Instant endsAt) {}
