package vn.digitaltrust.deploy.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import vn.digitaltrust.deploy.conformance.Contract.Operation;
import vn.digitaltrust.deploy.http.Http;
import vn.digitaltrust.deploy.http.Http.Answer;

/**
 * Does every change of the document once, for real: sends the documented example, with ids of rows
 * that there are, as each of those who may, until it is accepted. What one change makes lets the
 * next ones happen, so it goes round until a round brings nothing new. Every try is made twenty
 * times at once with one retry key.
 */
final class Rehearsal {
  /** So many at once. */
  static final int AT_ONCE = 10;

  private static final int ROWS = 14;
  private static final int TRIES = 120;
  private static final int OTHERS = 8;
  private static final int REFUSED_LINE = 422;

  private final Door door;
  private final Witness witness;
  private final Requests requests;
  private final Ledger ledger;
  private final ExecutorService callers = Executors.newFixedThreadPool(AT_ONCE);
  private final Map<Operation, Performance> performances = new HashMap<>();
  private final Map<Operation, AssertionError> breaches = new HashMap<>();
  private final Map<Operation, Map<String, Call>> failures = new HashMap<>();
  private final Set<String> refused = new HashSet<>();

  /**
   * A change that was accepted.
   *
   * @param call what was sent, twenty times
   * @param answers what came back
   * @param again what the same call got once more, afterwards
   * @param other what the same key got with another body; absent if there is no other body
   * @param stale what the same change got with a new key; absent if it takes no version
   */
  record Performance(
      Call call,
      List<Answer> answers,
      Answer again,
      Optional<Answer> other,
      Optional<Answer> stale) {}

  Rehearsal(Door door, Witness witness, Requests requests, Ledger ledger) {
    this.door = door;
    this.witness = witness;
    this.requests = requests;
    this.ledger = ledger;
  }

  /** Plays all changes. */
  void play(List<Operation> operations) {
    List<Operation> open = new ArrayList<>(operations.stream().filter(Operation::writes).toList());
    try {
      for (int before = -1; before != open.size(); ) {
        before = open.size();
        open.removeIf(this::isOver);
      }
    } finally {
      callers.shutdown();
    }
  }

  /**
   * How an operation was done.
   *
   * @throws AssertionError if a try was answered as no operation may answer, or if none was
   *     accepted: then the rows that it needs are made nowhere, or its example is none
   */
  Performance done(Operation operation) {
    if (breaches.containsKey(operation)) {
      throw breaches.get(operation);
    }
    if (!performances.containsKey(operation)) {
      throw new AssertionError(
          operation
              + " was never done. It needs a row in a state for it: made by a scene, or by the"
              + " example of another operation. It was refused so:\n"
              + refusals(operation));
    }
    return performances.get(operation);
  }

  /** Each refusal of an operation, with the first call that got it. */
  String refusals(Operation operation) {
    return failures.getOrDefault(operation, Map.of()).entrySet().stream()
        .map(refusal -> "- %s: %s".formatted(refusal.getKey(), refusal.getValue()))
        .collect(Collectors.joining("\n"));
  }

  private boolean isOver(Operation operation) {
    try {
      return isDone(operation);
    } catch (AssertionError breach) {
      breaches.put(operation, breach);
      return true;
    }
  }

  private boolean isDone(Operation operation) {
    ledger.readOn();
    int tries = 0;
    Set<String> hopeless = new HashSet<>();
    for (int variant = 0; ; variant++) {
      boolean more = false;
      for (Person who : door.callers(operation)) {
        List<JsonNode> bodies = requests.examples().bodies(operation, who);
        if (variant >= bodies.size()) {
          continue;
        }
        more = true;
        for (String path : requests.paths(operation).stream().limit(ROWS).toList()) {
          if (hopeless.contains(who.name() + path)) {
            continue;
          }
          Call call = requests.documented(operation, who, path, bodies.get(variant));
          Optional<Call> prepared = versioned(call);
          if (prepared.isEmpty() || !refused.add(key(prepared.get()))) {
            continue;
          }
          if (tries++ >= TRIES) {
            return false;
          }
          int status = perform(prepared.get());
          if (status / 100 == 2) {
            return true;
          }
          if (operation.row().isPresent() && (status == 403 || status == 404 || status == 409)) {
            hopeless.add(who.name() + path);
          }
        }
      }
      if (!more) {
        return false;
      }
    }
  }

  private static String key(Call call) {
    return call.with("Idempotency-Key", null).toString();
  }

  /** With the version that the row has now, if this person may see it. */
  private Optional<Call> versioned(Call call) {
    Operation operation = call.operation();
    if (!operation.takesHeader("If-Match")) {
      return Optional.of(call);
    }
    // The version of what stands at this very path, or else of the row that it belongs to.
    boolean stands = operation.contract().operation("GET", operation.path()).isPresent();
    String known = stands ? operation.path() : operation.row().orElseThrow();
    int depth = known.split("/").length;
    String path = String.join("/", List.of(call.target().split("[/?]")).subList(0, depth));
    return Http.get(door.address().apply(path))
        .bearer(door.token().apply(call.who().name()))
        .send()
        .header("etag")
        .map(etag -> call.with("If-Match", etag));
  }

  private int perform(Call call) {
    boolean repeatable = call.operation().takesHeader("Idempotency-Key");
    List<Answer> answers = repeatable ? atOnce(call) : List.of(witness.send(call));
    Optional<Answer> done = answers.stream().filter(Rehearsal::isDone).findFirst();
    if (done.isEmpty()) {
      Answer refusal =
          answers.stream()
              .filter(answer -> !answer.body().contains("retry-still-running"))
              .findFirst()
              .orElse(answers.get(0));
      failures
          .computeIfAbsent(call.operation(), operation -> new LinkedHashMap<>())
          .putIfAbsent(refusal.status() + " " + refusal.json().findPath("detail").asText(), call);
      return refusal.status() / 100 == 2 ? REFUSED_LINE : refusal.status();
    }
    performances.put(
        call.operation(),
        new Performance(
            call,
            answers,
            repeatable ? witness.send(call) : done.get(),
            repeatable ? other(call) : Optional.empty(),
            stale(call)));
    return done.get().status();
  }

  /** Of lines, each is refused for itself. */
  private static boolean isDone(Answer answer) {
    return answer.status() / 100 == 2 && !answer.json().path("problem").isObject();
  }

  /** The answer to the same key with another body, the first that is not refused for its form. */
  private Optional<Answer> other(Call call) {
    if (call.body() == null) {
      return Optional.empty();
    }
    return requests.examples().others(call).stream()
        .limit(OTHERS)
        .map(other -> witness.send(call.with(other)))
        .filter(answer -> answer.status() != 400)
        .findFirst();
  }

  /** The answer to the same version once more, which the change has made an old one. */
  private Optional<Answer> stale(Call call) {
    if (!call.operation().takesHeader("If-Match")) {
      return Optional.empty();
    }
    boolean takesKey = call.operation().takesHeader("Idempotency-Key");
    return Optional.of(
        witness.send(takesKey ? call.with("Idempotency-Key", UUID.randomUUID().toString()) : call));
  }

  private List<Answer> atOnce(Call call) {
    Callable<Answer> one = () -> witness.send(call);
    try {
      List<Answer> answers = new ArrayList<>();
      for (Future<Answer> answer : callers.invokeAll(java.util.Collections.nCopies(AT_ONCE, one))) {
        answers.add(answer.get());
      }
      return answers;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof AssertionError breach) {
        throw breach;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
