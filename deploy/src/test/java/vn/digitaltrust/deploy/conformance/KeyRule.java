package vn.digitaltrust.deploy.conformance;

import java.util.List;
import vn.digitaltrust.deploy.conformance.Contract.Operation;
import vn.digitaltrust.deploy.http.Http.Answer;

/** A retry key has a form; what is none is refused, not ignored. */
final class KeyRule implements Rule {
  private static final int ROWS = 14;

  private final Door door;
  private final Witness witness;
  private final Requests requests;

  KeyRule(Door door, Witness witness, Requests requests) {
    this.door = door;
    this.witness = witness;
    this.requests = requests;
  }

  @Override
  public String sentence() {
    return "refuses a retry key that is too long or none";
  }

  @Override
  public boolean concerns(Operation operation) {
    return operation.takesHeader("Idempotency-Key");
  }

  @Override
  public void tryOn(Operation operation) {
    Call call = reaching(operation);
    for (String key : List.of("k".repeat(201), "two words")) {
      witness.refused("the retry key " + key, call.with("Idempotency-Key", key), 400);
    }
  }

  /** A call that gets as far as the key: on a row of the caller's, about what the caller may do. */
  private Call reaching(Operation operation) {
    for (Person who : door.callers(operation)) {
      for (String path : requests.paths(operation).stream().limit(ROWS).toList()) {
        Call call = requests.documented(operation, who, path).with("Idempotency-Key", "two words");
        Answer answer = witness.send(call);
        if (answer.status() / 100 == 2) {
          throw new AssertionError(call + " is done, with a key that is none");
        }
        if (answer.status() == 400) {
          return call;
        }
      }
    }
    throw new AssertionError(operation + " never looks at its Idempotency-Key");
  }
}
