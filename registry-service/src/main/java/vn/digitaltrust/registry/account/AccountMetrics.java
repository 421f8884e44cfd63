package vn.digitaltrust.registry.account;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

/** Counts what was done to accounts, once it is committed. */
@ApplicationScoped
class AccountMetrics {
  private final MeterRegistry meters;

  AccountMetrics(MeterRegistry meters) {
    this.meters = meters;
  }

  void done(@Observes(during = TransactionPhase.AFTER_SUCCESS) Accounts.AccountChanged change) {
    meters
        .counter(
            "registry.account.changes", "platform", change.platform().name(), "type", change.type())
        .increment();
  }
}
