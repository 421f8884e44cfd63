package vn.digitaltrust.sanctions.registry;

import java.time.Instant;
import java.util.UUID;

/**
 * Fired inside the transaction that erases a subject, while nobody else writes about it. Each
 * feature erases the private texts of its own rows and tells the journal what remains of them.
 *
 * @param subject the id that the rows carry
 * @param at the moment of the erasure
 */
public record SubjectErased(UUID subject, Instant at) {}
