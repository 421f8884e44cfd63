package vn.digitaltrust.deploy.conformance;

import java.util.Locale;
import vn.digitaltrust.deploy.conformance.Contract.Operation;
import vn.digitaltrust.deploy.conformance.Contract.Parameter;

/** What is not declared, or could be read in two ways, is refused rather than passed over. */
final class StrictRule implements Rule {
  private final Door door;
  private final Witness witness;
  private final Requests requests;

  StrictRule(Door door, Witness witness, Requests requests) {
    this.door = door;
    this.witness = witness;
    this.requests = requests;
  }

  @Override
  public String sentence() {
    return "takes the parameters it declares, each once, in their own spelling and with a value";
  }

  @Override
  public boolean concerns(Operation operation) {
    return true;
  }

  @Override
  public void tryOn(Operation operation) {
    Person who = door.callers(operation).get(0);
    Call call = requests.documented(operation, who, requests.paths(operation).get(0));
    witness.refused("a stray parameter", call.asking(BodyRule.STRAY, "1"), 400);
    String bare = call.target() + (call.target().contains("?") ? ";x=1" : "?;");
    witness.refused("a bare semicolon", call.to(bare), 400);
    for (Parameter parameter : operation.parameters("query")) {
      String name = parameter.name();
      Call once = call.target().contains(name + "=") ? call : call.asking(name, "1");
      witness.refused(
          "the parameter " + name + " twice", once.to(once.target() + "&" + name + "=1"), 400);
      witness.refused("the parameter " + name + " empty", call.asking(name, ""), 400);
      witness.refused(
          "the parameter " + name + " in capitals",
          call.asking(name.toUpperCase(Locale.ROOT), "1"),
          400);
    }
  }
}
