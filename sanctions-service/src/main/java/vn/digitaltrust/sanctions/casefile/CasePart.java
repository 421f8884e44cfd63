package vn.digitaltrust.sanctions.casefile;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import vn.digitaltrust.door.Ids;

/** That a person took a part. */
@Entity
@Immutable
@Table(name = "case_part")
class CasePart {
  @Id UUID id;
  String person;

  @Enumerated(EnumType.STRING)
  Part part;

  String reason;

  /** SAN-122: for which organisation the person reported, or null. */
  UUID member;

  @Column(name = "taken_at")
  Instant takenAt;

  protected CasePart() {}

  CasePart(String person, Part part, String reason, UUID member, Instant now) {
    this.id = Ids.next(now);
    this.person = person;
    this.part = part;
    this.reason = reason;
    this.member = member;
    this.takenAt = now;
  }
}
