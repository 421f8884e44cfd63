package vn.digitaltrust.sanctions.report;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import vn.digitaltrust.door.Ids;
import vn.digitaltrust.door.Refusal;

/** A report: received, and perhaps once taken into a case. */
@Entity
class Report {
  @Id UUID id;
  @Version long version;

  @Column(updatable = false)
  UUID subject;

  @Column(updatable = false)
  String ground;

  @Column(updatable = false)
  String facts;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(updatable = false)
  List<Evidence> evidence;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  Source source;

  @Column(name = "reported_by", updatable = false)
  String reportedBy;

  @Column(updatable = false)
  UUID member;

  @Column(name = "case_id")
  UUID caseId;

  @Column(name = "received_at", updatable = false)
  Instant receivedAt;

  protected Report() {}

  static Report receive(ReportRequest request, String person, UUID member, Instant now) {
    Report report = new Report();
    report.id = Ids.next(now);
    report.subject = request.subject();
    report.ground = request.ground();
    report.facts = request.facts();
    report.evidence = request.evidence();
    report.source = request.source();
    report.reportedBy = person;
    report.member = member;
    report.receivedAt = now;
    return report;
  }

  /** SAN-4: a report is taken into one case. */
  void takeInto(UUID newCase) {
    requireFree();
    caseId = newCase;
  }

  void requireFree() {
    if (caseId != null) {
      throw Refusal.state("report.taken", id);
    }
  }
}
