package vn.digitaltrust.alliance.registry;

import java.time.Instant;
import java.util.UUID;

/**
 * Fired inside the transaction that erases a subject, while nobody grants rights. Each feature ends
 * the subject's rights, erases what is private in its own rows and tells the journal of it.
 *
 * @param subject the id of the subject, or of one that was merged into it
 * @param at when the registry recorded the erasure
 */
public record SubjectErased(UUID subject, Instant at) {}
