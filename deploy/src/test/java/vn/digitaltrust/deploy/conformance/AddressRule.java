package vn.digitaltrust.deploy.conformance;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.digitaltrust.deploy.conformance.Contract.Operation;
import vn.digitaltrust.deploy.http.Http.Answer;

/** An address says which methods it takes: those that are declared for it, and no others. */
final class AddressRule implements Rule {
  private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

  private final Door door;
  private final Witness witness;
  private final Requests requests;

  AddressRule(Door door, Witness witness, Requests requests) {
    this.door = door;
    this.witness = witness;
    this.requests = requests;
  }

  @Override
  public String sentence() {
    return "names the methods of its address, when it is asked and when it refuses another";
  }

  @Override
  public boolean concerns(Operation operation) {
    return true;
  }

  @Override
  public void tryOn(Operation operation) {
    Person who = door.callers(operation).get(0);
    String path = requests.paths(operation).get(0);
    Set<String> offered = new TreeSet<>(METHODS);
    offered.removeIf(method -> operation.contract().isFree(method, path));
    Set<String> allowed = new TreeSet<>(offered);
    allowed.add("OPTIONS");
    if (offered.contains("GET")) {
      allowed.add("HEAD");
    }
    Call options = new Call(operation, "OPTIONS", who, path, Map.of(), null, null);
    Answer asked = witness.send(options);
    if (asked.status() != 204) {
      throw new AssertionError(options + " answers " + asked.status());
    }
    names(options, asked, allowed);
    METHODS.stream()
        .filter(method -> !offered.contains(method))
        .map(options::by)
        .forEach(call -> names(call, witness.refused("a method not offered", call, 405), allowed));
  }

  private static void names(Call call, Answer answer, Set<String> allowed) {
    String told = answer.header("allow").orElse("");
    if (!Set.of(told.split(" *, *")).equals(allowed)) {
      throw new AssertionError("%s allows %s, and is %s".formatted(call, told, allowed));
    }
  }
}
