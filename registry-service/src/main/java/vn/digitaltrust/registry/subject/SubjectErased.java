package vn.digitaltrust.registry.subject;

import java.util.UUID;

/** Told inside the transaction that erases a subject, before its journal entries are emptied. */
public record SubjectErased(UUID subject) {}
