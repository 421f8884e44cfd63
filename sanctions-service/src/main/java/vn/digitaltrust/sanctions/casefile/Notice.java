package vn.digitaltrust.sanctions.casefile;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import vn.digitaltrust.door.Ids;
import vn.digitaltrust.sanctions.report.Evidence;

/** Allegations and evidence, as the subject was notified of them. */
@Entity
@Immutable
class Notice {
  @Id UUID id;

  @JdbcTypeCode(SqlTypes.JSON)
  List<Allegation> allegations;

  @JdbcTypeCode(SqlTypes.JSON)
  List<Evidence> evidence;

  @Column(name = "notified_by")
  String notifiedBy;

  @Column(name = "notified_at")
  Instant notifiedAt;

  @Column(name = "respond_by")
  LocalDate respondBy;

  protected Notice() {}

  /**
   * @param actsOn the day of the act where an allegation names none
   */
  Notice(NoticeRequest request, LocalDate actsOn, LocalDate respondBy, String by, Instant now) {
    this.id = Ids.next(now);
    this.allegations =
        request.allegations().stream().map(allegation -> allegation.onDay(actsOn)).toList();
    this.evidence = request.evidence();
    this.respondBy = respondBy;
    this.notifiedBy = by;
    this.notifiedAt = now;
  }

  /** How long a notice is: what somebody wrote in it. */
  static long characters(List<Allegation> allegations, List<Evidence> evidence) {
    return allegations.stream().mapToLong(it -> length(it.facts())).sum()
        + evidence.stream()
            .mapToLong(it -> length(it.title()) + length(it.uri()) + length(it.sha256()))
            .sum();
  }

  private static int length(String text) {
    return text == null ? 0 : text.length();
  }
}
