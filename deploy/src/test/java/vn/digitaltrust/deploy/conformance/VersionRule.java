package vn.digitaltrust.deploy.conformance;

import vn.digitaltrust.deploy.conformance.Contract.Operation;
import vn.digitaltrust.deploy.http.Http.Answer;

/**
 * Nobody changes what they have not seen: without a version or with any 428, with one that never
 * was or is no more 412.
 */
final class VersionRule implements Rule {
  private static final int ROWS = 40;

  private final Door door;
  private final Witness witness;
  private final Requests requests;
  private final Rehearsal rehearsal;

  VersionRule(Door door, Witness witness, Requests requests, Rehearsal rehearsal) {
    this.door = door;
    this.witness = witness;
    this.requests = requests;
    this.rehearsal = rehearsal;
  }

  @Override
  public String sentence() {
    return "wants the version that was read: 428 without, 412 with another";
  }

  @Override
  public boolean concerns(Operation operation) {
    return operation.takesHeader("If-Match");
  }

  @Override
  public void tryOn(Operation operation) {
    Call call = versioned(operation);
    for (String other : new String[] {"\"999999\"", "\"-1\"", "W/\"0\"", "999999", "\"\""}) {
      witness.refused("the version " + other, call.with("If-Match", other), 412);
    }
    witness.refused("any version", call.with("If-Match", "*"), 428);
    Rehearsal.Performance done = rehearsal.done(operation);
    Answer stale = done.stale().orElseThrow();
    if (stale.status() != 412) {
      throw new AssertionError(
          "%s%nonce more, with what is now an old version, answers %d %s"
              .formatted(done.call(), stale.status(), stale.body()));
    }
  }

  /** A call that fails for want of a version alone. */
  private Call versioned(Operation operation) {
    for (Person who : door.callers(operation)) {
      for (String path : requests.paths(operation).stream().limit(ROWS).toList()) {
        Call call = requests.documented(operation, who, path);
        if (witness.refused("no version", call, 428, 403, 404, 409, 422).status() == 428) {
          return call;
        }
      }
    }
    throw new AssertionError(operation + " never answers 428 to a call without If-Match");
  }
}
