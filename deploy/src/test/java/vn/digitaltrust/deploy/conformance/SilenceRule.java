package vn.digitaltrust.deploy.conformance;

import java.util.Set;
import vn.digitaltrust.deploy.conformance.Contract.Operation;

/** Whoever is refused has changed nothing: no journal names a request that was. */
final class SilenceRule implements Rule {
  private final Witness witness;
  private final Ledger ledger;

  SilenceRule(Witness witness, Ledger ledger) {
    this.witness = witness;
    this.ledger = ledger;
  }

  @Override
  public String sentence() {
    return "has written nothing for any request that it refused";
  }

  @Override
  public boolean concerns(Operation operation) {
    return true;
  }

  @Override
  public void tryOn(Operation operation) {
    Set<String> refused = witness.refusedSinceLast();
    ledger.readOn();
    Set<String> written = ledger.writersAmong(refused);
    if (!written.isEmpty()) {
      throw new AssertionError(
          "%s: refused requests have written: %s".formatted(operation, written));
    }
  }
}
