package vn.digitaltrust.registry.subject;

import jakarta.persistence.Embeddable;

/** On whose behalf a subject was recorded; empty for one that entered itself (REG-11). */
@Embeddable
class Recording {
  private String recordedBy;

  Recording() {}

  Recording(String recordedBy) {
    this.recordedBy = recordedBy;
  }

  String recordedBy() {
    return recordedBy;
  }
}
