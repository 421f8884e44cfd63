package vn.digitaltrust.deploy.conformance;

import java.util.List;
import vn.digitaltrust.deploy.conformance.Contract.Operation;
import vn.digitaltrust.deploy.http.Http.Answer;

/** The documented example is a good request as it stands, but for ids and days. */
final class SuccessRule implements Rule {
  private final Door door;
  private final Witness witness;
  private final Requests requests;
  private final Rehearsal rehearsal;

  SuccessRule(Door door, Witness witness, Requests requests, Rehearsal rehearsal) {
    this.door = door;
    this.witness = witness;
    this.requests = requests;
    this.rehearsal = rehearsal;
  }

  @Override
  public String sentence() {
    return "answers its own example, as declared";
  }

  @Override
  public boolean concerns(Operation operation) {
    return true;
  }

  @Override
  public void tryOn(Operation operation) {
    if (operation.writes()) {
      rehearsal.done(operation);
      return;
    }
    List<Person> callers = door.callers(operation);
    for (Person who : callers) {
      for (String path : requests.paths(operation)) {
        Answer answer = witness.send(requests.documented(operation, who, path));
        if (answer.status() / 100 == 2) {
          return;
        }
      }
    }
    Call call = requests.documented(operation, callers.get(0), requests.paths(operation).get(0));
    Answer answer = witness.send(call);
    throw new AssertionError(
        "the example is never answered: %s%n%d %s".formatted(call, answer.status(), answer.body()));
  }
}
