package vn.digitaltrust.alliance.sanctions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import vn.digitaltrust.alliance.testing.Told;

/** Lets tests of other features tell of measures. */
@ApplicationScoped
public class ToldMeasures {
  private final SanctionsChanges changes;

  ToldMeasures(SanctionsChanges changes) {
    this.changes = changes;
  }

  /** Applies the measure as the follower would. */
  public void tell(ObjectNode measure) {
    QuarkusTransaction.requiringNew().run(() -> changes.apply(Told.of(measure)));
  }
}
