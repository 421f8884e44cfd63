package vn.digitaltrust.alliance.registry;

import java.time.Instant;
import java.util.UUID;

/**
 * Fired inside the follower's transaction when the registry has deregistered or erased a subject.
 *
 * @param subject its id
 * @param at when the registry recorded it
 * @param erased true when also everything private about it is to go
 */
public record SubjectClosed(UUID subject, Instant at, boolean erased) {}
