package vn.digitaltrust.registry.subject;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

/** Counts what was done to subjects, once it is committed. */
@ApplicationScoped
class SubjectMetrics {
  private final MeterRegistry meters;

  SubjectMetrics(MeterRegistry meters) {
    this.meters = meters;
  }

  void done(@Observes(during = TransactionPhase.AFTER_SUCCESS) SubjectChanged change) {
    meters
        .counter("registry.subject.changes", "kind", change.kind().stem(), "action", change.past())
        .increment();
  }

  /** One change of one subject, told when its journal entry is appended. */
  record SubjectChanged(SubjectKind kind, String past) {}
}
