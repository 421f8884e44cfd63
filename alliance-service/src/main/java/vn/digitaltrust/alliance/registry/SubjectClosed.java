package vn.digitaltrust.alliance.registry;

import java.time.Instant;
import java.util.UUID;

/**
 * Fired inside the follower's transaction when the registry has deregistered a subject.
 *
 * @param subject its id
 * @param at when the registry recorded it
 */
public record SubjectClosed(UUID subject, Instant at) {}
