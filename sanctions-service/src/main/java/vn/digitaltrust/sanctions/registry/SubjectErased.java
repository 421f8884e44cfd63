package vn.digitaltrust.sanctions.registry;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * Fired inside the transaction that erased the private texts about a subject; whoever keeps
 * aggregates about it appends their remaining state to the journal.
 *
 * @param ids every id of the subject
 * @param at the moment of the erasure
 */
public record SubjectErased(Set<UUID> ids, Instant at) {}
