package vn.digitaltrust.sanctions.casefile;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import vn.digitaltrust.door.Ids;

/** What the subject answered. */
@Entity
@Immutable
@Table(name = "subject_response")
class SubjectResponse {
  @Id UUID id;
  String text;

  @Column(name = "final")
  boolean last;

  String statement;

  @Column(name = "responded_by")
  String respondedBy;

  @Column(name = "responded_at")
  Instant respondedAt;

  /** Who spoke for the subject; null when the subject itself did. */
  UUID representative;

  protected SubjectResponse() {}

  SubjectResponse(SubjectResponseRequest request, String by, UUID representative, Instant now) {
    this.id = Ids.next(now);
    this.text = request.text();
    this.last = request.last();
    this.statement = request.statement();
    this.respondedBy = by;
    this.representative = representative;
    this.respondedAt = now;
  }
}
