package vn.digitaltrust.gateway.trust;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An engagement limit as the index keeps it; other kinds of measures restrict nothing and are not
 * kept.
 *
 * @param shown what an answer shows of it
 * @param span from its start to its end by time
 * @param liftedAt when it was lifted, or null
 * @param annulled whether it was never in force
 * @param conditional whether it carries conditions
 */
record Measure(
    UUID id,
    UUID subject,
    Restriction shown,
    Interval span,
    Instant liftedAt,
    boolean annulled,
    boolean conditional,
    Scope scope,
    List<Interval> stays,
    List<Permission> exceptions) {

  /** A permission to act in spite of the measure. */
  record Permission(Scope scope, Interval span) {}

  /** GW-7: whether it is in force. */
  boolean inForce(Instant at) {
    return !annulled
        && span.contains(at)
        && (liftedAt == null || at.isBefore(liftedAt))
        && stays.stream().noneMatch(stay -> stay.contains(at));
  }

  /** GW-10: whether one exception permits everything in which the measure meets the question. */
  boolean permits(Question question) {
    return exceptions.stream()
        .anyMatch(
            exception ->
                exception.span().contains(question.at())
                    && exception.scope().includes(question, scope));
  }
}
