package vn.digitaltrust.sanctions.measure;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import vn.digitaltrust.door.Ids;
import vn.digitaltrust.vocabulary.Span;

/** An interval in which a measure has no effect. Only its end may still be set. */
@Entity
@Table(name = "measure_stay")
class MeasureStay {
  @Id UUID id;

  @Column(name = "appeal_id", updatable = false)
  UUID appeal;

  @Column(name = "starts_at", updatable = false)
  Instant startsAt;

  @Column(name = "ends_at")
  Instant endsAt;

  @Column(updatable = false)
  String reasons;

  @Column(name = "granted_by", updatable = false)
  String grantedBy;

  @Column(name = "granted_at", updatable = false)
  Instant grantedAt;

  Span interval() {
    return Span.inOrder(startsAt, endsAt);
  }

  static MeasureStay grant(UUID appeal, Span interval, String reasons, String by, Instant now) {
    MeasureStay stay = new MeasureStay();
    stay.id = Ids.next(now);
    stay.appeal = appeal;
    stay.startsAt = interval.startsAt();
    stay.endsAt = interval.endsAt();
    stay.reasons = reasons;
    stay.grantedBy = by;
    stay.grantedAt = now;
    return stay;
  }
}
