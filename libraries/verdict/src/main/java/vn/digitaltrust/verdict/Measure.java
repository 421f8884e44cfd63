package vn.digitaltrust.verdict;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.digitaltrust.vocabulary.Span;

/**
 * An engagement limit as the index keeps it; other kinds of measures restrict nothing and are not
 * kept.
 *
 * @param <S> what an answer shows of a measure; the rules never look at it
 * @param shown what an answer shows of it
 * @param span from its start to its end by time
 * @param liftedAt when it was lifted, or null
 * @param annulled whether it was never in force
 * @param conditional whether it carries conditions
 */
public record Measure<S>(
    UUID id,
    UUID subject,
    S shown,
    Span span,
    Instant liftedAt,
    boolean annulled,
    boolean conditional,
    Scope scope,
    List<Span> stays,
    List<Permission> exceptions) {

  /** A permission to act in spite of the measure. */
  public record Permission(Scope scope, Span span) {}

  /** GW-7: whether it is in force. */
  public boolean inForce(Instant at) {
    return !annulled
        && span.contains(at)
        && (liftedAt == null || at.isBefore(liftedAt))
        && stays.stream().noneMatch(stay -> stay.contains(at));
  }

  /** GW-10: whether one exception permits everything in which the measure meets the question. */
  public boolean permits(Question question) {
    return exceptions.stream()
        .anyMatch(
            exception ->
                exception.span().contains(question.at())
                    && exception.scope().includes(question, scope));
  }
}
