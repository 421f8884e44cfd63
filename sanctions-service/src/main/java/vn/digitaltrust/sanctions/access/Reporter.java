package vn.digitaltrust.sanctions.access;

import java.util.UUID;

/**
 * Who reported.
 *
 * @param person the id of the person or machine
 * @param member the organisation that its token was bound to, or null
 */
public record Reporter(String person, UUID member) {}
