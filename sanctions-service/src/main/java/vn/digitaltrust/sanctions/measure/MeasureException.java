package vn.digitaltrust.sanctions.measure;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import vn.digitaltrust.door.Ids;
import vn.digitaltrust.vocabulary.Span;

/** A permission to act, granted once and never changed. */
@Entity
@Immutable
@Table(name = "measure_exception")
class MeasureException {
  @Id UUID id;

  @JdbcTypeCode(SqlTypes.JSON)
  Scope scope;

  String reason;

  @Column(name = "from_day")
  LocalDate from;

  @Column(name = "until_day")
  LocalDate until;

  @Column(name = "starts_at")
  Instant startsAt;

  @Column(name = "ends_at")
  Instant endsAt;

  @Column(name = "granted_by")
  String grantedBy;

  @Column(name = "granted_at")
  Instant grantedAt;

  static MeasureException grant(
      ExceptionRequest permission, Span interval, String by, Instant now) {
    MeasureException exception = new MeasureException();
    exception.id = Ids.next(now);
    exception.scope = permission.scope();
    exception.reason = permission.reason();
    exception.from = permission.from();
    exception.until = permission.until();
    exception.startsAt = interval.startsAt();
    exception.endsAt = interval.endsAt();
    exception.grantedBy = by;
    exception.grantedAt = now;
    return exception;
  }
}
