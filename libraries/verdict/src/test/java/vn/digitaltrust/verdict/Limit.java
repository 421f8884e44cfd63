package vn.digitaltrust.verdict;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.digitaltrust.vocabulary.Span;

/**
 * A limit under construction, for tests of verdicts: of everything, and in force {@link #INSIDE}.
 */
final class Limit {
  static final Instant START = Instant.parse("2026-11-24T00:00:00Z");
  static final Instant END = Instant.parse("2027-02-24T00:00:00Z");
  static final Instant INSIDE = Instant.parse("2026-12-24T00:00:00Z");
  static final UUID SUBJECT = UUID.randomUUID();

  Span span = new Span(START, END);
  Instant liftedAt;
  boolean annulled;
  boolean conditional;
  Scope scope = Scope.ALL;
  final List<Span> stays = new ArrayList<>();
  final List<Measure.Permission> exceptions = new ArrayList<>();

  static Limit limit() {
    return new Limit();
  }

  Measure<String> made() {
    return new Measure<>(
        UUID.randomUUID(),
        SUBJECT,
        null,
        span,
        liftedAt,
        annulled,
        conditional,
        scope,
        stays,
        exceptions);
  }

  /** What a fresh index says to a question about a registered subject with this limit alone. */
  Verdict verdict(Question question) {
    Subject registered = new Subject(SUBJECT, "KOL", "REGISTERED", null, null);
    return Verdicts.on(registered, List.of(made()), question, Duration.ZERO, Duration.ofSeconds(30))
        .verdict();
  }

  Verdict verdictAt(Instant at) {
    return verdict(Question.about(at));
  }
}
