package vn.digitaltrust.registry.subject;

import java.time.Instant;
import java.util.UUID;

/**
 * Fired inside the transaction that erases a subject, which is locked. Each feature erases its own
 * rows about the subject and tells the journal of it.
 *
 * @param subject the id of the subject, or of one that was merged into it
 * @param at the moment of the erasure
 */
public record SubjectErased(UUID subject, Instant at) {}
