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
import vn.digitaltrust.door.Refusal;
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

  /**
   * @throws Refusal 422 SAN-44 unless the measure reaches what is permitted, SAN-54 for one too
   *     many
   */
  static MeasureException grant(
      ExceptionRequest permission, Measure measure, String by, Instant now) {
    if (!measure.kind.scoped()) {
      throw Refusal.rule("SAN-44", "measure.exception-not-for-kind", measure.kind);
    }
    if (!permission.scope().overlaps(measure.scope)) {
      throw Refusal.rule("SAN-44", "measure.exception-outside-scope");
    }
    if (permission.until().isBefore(permission.from())) {
      throw Refusal.rule("SAN-44", "measure.days-order");
    }
    Span interval = MeasureDraft.interval(permission.from(), permission.until(), now);
    if (!interval.overlaps(Span.inOrder(measure.startsAt, measure.endsAt))) {
      throw Refusal.rule("SAN-44", "measure.exception-outside-time");
    }
    MeasureBounds.requireRoomFor(permission, measure.exceptions);
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
