package vn.digitaltrust.sanctions.measure;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** SAN-47: a measure as it was told from {@code recordedAt} on. */
@Entity
@Immutable
@Table(name = "measure_version")
class MeasureVersion {
  @EmbeddedId Key key;

  UUID subject;
  String type;

  @Column(name = "recorded_at")
  Instant recordedAt;

  @JdbcTypeCode(SqlTypes.JSON)
  MeasureState state;

  protected MeasureVersion() {}

  MeasureVersion(Measure measure, String type, MeasureState state) {
    this.key = new Key(measure.id, measure.version);
    this.subject = measure.subject;
    this.type = type;
    this.recordedAt = measure.changedAt;
    this.state = state;
  }

  @Embeddable
  record Key(@Column(name = "measure_id") UUID measure, long version) {}
}
