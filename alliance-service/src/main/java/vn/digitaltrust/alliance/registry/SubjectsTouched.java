package vn.digitaltrust.alliance.registry;

import java.util.Set;
import java.util.UUID;

/**
 * Fired inside a transaction after something that bears on these subjects has changed: a measure, a
 * merge. Whoever computes rights from it computes them anew, in the same transaction.
 *
 * @param subjects the ids concerned; those who are one with them are concerned, too
 */
public record SubjectsTouched(Set<UUID> subjects) {}
