package vn.digitaltrust.registry.imports;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * IMP-5: deletes the runs and lines of imports that are older than they are kept, in short steps
 * until none is left, so it keeps up with any rate of imports.
 */
@ApplicationScoped
class ImportPurge {
  private final ImportRows rows;

  ImportPurge(ImportRows rows) {
    this.rows = rows;
  }

  @Scheduled(
      every = "{registry.imports.purge-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void purge() {
    int deleted;
    do {
      deleted = rows.purgeStep();
    } while (deleted > 0);
  }
}
