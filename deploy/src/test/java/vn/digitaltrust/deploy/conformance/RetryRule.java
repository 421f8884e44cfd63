package vn.digitaltrust.deploy.conformance;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.digitaltrust.deploy.conformance.Contract.Operation;
import vn.digitaltrust.deploy.http.Http.Answer;

/** A retry key makes one change of many requests, and takes no other request for the same one. */
final class RetryRule implements Rule {
  private final Rehearsal rehearsal;
  private final Ledger ledger;

  RetryRule(Rehearsal rehearsal, Ledger ledger) {
    this.rehearsal = rehearsal;
    this.ledger = ledger;
  }

  @Override
  public String sentence() {
    return "is done once, however often it is sent with one Idempotency-Key";
  }

  @Override
  public boolean concerns(Operation operation) {
    return operation.takesHeader("Idempotency-Key");
  }

  @Override
  public void tryOn(Operation operation) {
    Rehearsal.Performance done = rehearsal.done(operation);
    List<Answer> finished =
        done.answers().stream().filter(answer -> !isStillRunning(answer)).toList();
    require(!finished.isEmpty(), done.call(), "none of twenty at once is done:", done.again());
    for (Answer answer : finished) {
      require(answer.status() / 100 == 2, done.call(), "one of twenty at once answers", answer);
      same(done, finished.get(0), answer);
    }
    same(done, finished.get(0), done.again());
    if (isOneOfMany(operation)) {
      Answer other =
          done.other()
              .orElseThrow(
                  () -> new AssertionError(done.call() + "\nno other body was well formed"));
      require(isReuse(other), done.call(), "the same key with another body answers", other);
    }
    Set<String> ids =
        done.answers().stream()
            .map(answer -> answer.header("x-request-id").orElseThrow())
            .collect(Collectors.toSet());
    ledger.readOn();
    Set<String> writers = ledger.writersAmong(ids);
    if (writers.size() != 1) {
      throw new AssertionError(
          "%s%nwas sent %d times at once, and %d of them wrote"
              .formatted(done.call(), ids.size(), writers.size()));
    }
  }

  /** Told for the whole; or as a conflict of the line of a batch that it is about. */
  private static boolean isStillRunning(Answer answer) {
    return answer.json().path("type").asText().endsWith(":retry-still-running")
        || answer.json().path("problem").path("status").asInt() == 409;
  }

  /** Whether its schema allows more than one body. */
  private static boolean isOneOfMany(Operation operation) {
    return operation.mediaTypes().stream()
        .map(type -> operation.contract().resolved(operation.body(type).path("schema")))
        .anyMatch(schema -> !schema.path("properties").isEmpty());
  }

  /** Told for the whole, or of the line that is another. */
  private static boolean isReuse(Answer answer) {
    return Stream.of(answer.json(), answer.json().path("problem"))
        .anyMatch(problem -> problem.path("type").asText().endsWith(":retry-key-reused"));
  }

  private static void same(Rehearsal.Performance done, Answer first, Answer answer) {
    require(
        answer.status() == first.status()
            && answer.header("location").equals(first.header("location"))
            && answer.json().path("id").equals(first.json().path("id")),
        done.call(),
        "not the first outcome, which was %d %s, but"
            .formatted(first.status(), first.header("location").orElse("")),
        answer);
  }

  private static void require(boolean holds, Call call, String what, Answer answer) {
    if (!holds) {
      throw new AssertionError(
          "%s%n%s %d %s".formatted(call, what, answer.status(), answer.body()));
    }
  }
}
