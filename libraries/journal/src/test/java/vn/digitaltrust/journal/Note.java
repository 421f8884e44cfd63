package vn.digitaltrust.journal;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Version;
import java.util.UUID;

/** The smallest aggregate there is. */
@Entity(name = "note")
class Note {
  /** Runs while Hibernate flushes. */
  static final ThreadLocal<Runnable> AT_FLUSH = ThreadLocal.withInitial(() -> () -> {});

  @Id UUID id;
  String text;
  @Version int version;

  record View(UUID id, String text) {}

  View view() {
    return new View(id, text);
  }

  @PreUpdate
  void flushing() {
    AT_FLUSH.get().run();
  }
}
