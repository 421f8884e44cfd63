package vn.digitaltrust.alliance.certificate;

import java.math.BigDecimal;
import java.util.UUID;

/** What the holder is told of the assessment behind a certificate: the state of a PARTY entry. */
record AssessmentState(
    UUID certificate, UUID subject, Scores scores, BigDecimal total, String grade) {

  static AssessmentState of(Certificate certificate) {
    return new AssessmentState(
        certificate.id(),
        certificate.subject(),
        certificate.scores(),
        certificate.total(),
        certificate.grade());
  }
}
