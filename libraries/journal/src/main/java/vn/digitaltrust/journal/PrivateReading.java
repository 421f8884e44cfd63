package vn.digitaltrust.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * JRN-18: who reads through the journal or its snapshot what members are not told, or not any more,
 * reads private data, and that is logged like any reading of it.
 */
@ApplicationScoped
class PrivateReading {
  /** Tells it from what is read at the aggregate's own address. */
  private static final String RESOURCE = "journal/";

  private static final int LONGEST = 100;

  private final AccessLog accessLog;

  @Inject
  PrivateReading(AccessLog accessLog) {
    this.accessLog = accessLog;
  }

  private record Read(String aggregate, UUID subject) {}

  /** What a page shows: each kind of aggregate once for each subject. */
  void log(JournalReader.Page page) {
    Set<Read> reads = new HashSet<>();
    for (JournalReader.Line line : page.lines()) {
      if (line.entry() != null && !line.entry().erased() && !line.told()) {
        reads.add(new Read(line.entry().aggregate(), line.entry().subject()));
      }
    }
    reads.forEach(this::log);
  }

  /** What a line of a snapshot shows; of what is public a snapshot has only what all are told. */
  void log(StoredEntry entry) {
    if (Audience.of(entry.audience()) != Audience.PUBLIC) {
      log(new Read(entry.aggregate(), entry.subject()));
    }
  }

  private void log(Read read) {
    String resource = RESOURCE + read.aggregate();
    accessLog.read(resource.substring(0, Math.min(LONGEST, resource.length())), read.subject());
  }
}
