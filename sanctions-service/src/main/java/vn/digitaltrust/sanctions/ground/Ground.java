package vn.digitaltrust.sanctions.ground;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.LocalDate;

/** A legal or contractual ground as the catalogue has it. Only migrations write it. */
@Entity
class Ground {
  @Id String code;

  String title;

  @Column(name = "title_en")
  String titleEn;

  String instrument;
  String provision;

  @Enumerated(EnumType.STRING)
  Basis basis;

  String note;

  @Column(name = "valid_from")
  LocalDate validFrom;

  @Column(name = "valid_until")
  LocalDate validUntil;

  /** For how many days after its last one a measure on this ground stays public. */
  @Column(name = "published_days")
  int publishedDays;

  /** Whether the ground was in force on a day, the first and the last included. */
  boolean validOn(LocalDate day) {
    return !day.isBefore(validFrom) && (validUntil == null || !day.isAfter(validUntil));
  }

  GroundRef ref() {
    return new GroundRef(code, title, provision);
  }
}
