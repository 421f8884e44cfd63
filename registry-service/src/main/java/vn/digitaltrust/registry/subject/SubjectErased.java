package vn.digitaltrust.registry.subject;

import java.util.UUID;

/** Told inside the transaction that erases a subject, after its journal entries were emptied. */
public record SubjectErased(UUID subject) {}
