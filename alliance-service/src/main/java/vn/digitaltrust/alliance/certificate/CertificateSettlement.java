package vn.digitaltrust.alliance.certificate;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import vn.digitaltrust.alliance.registry.NewsLock;
import vn.digitaltrust.alliance.registry.Persons;
import vn.digitaltrust.alliance.registry.SubjectClosed;
import vn.digitaltrust.alliance.right.Settlement;
import vn.digitaltrust.alliance.sanctions.Consequence;
import vn.digitaltrust.alliance.sanctions.MeasureKind;
import vn.digitaltrust.alliance.sanctions.Measures;
import vn.digitaltrust.journal.Moment;

/** ALL-33, ALL-40, ALL-41: makes certificates follow from measures, merges and endings. */
@Singleton
class CertificateSettlement extends Settlement<Certificate> {
  private final Certificates certificates;
  private final CertificateEntries entries;
  private final Measures measures;
  private final Clock clock;

  CertificateSettlement(
      Certificates certificates,
      CertificateEntries entries,
      Measures measures,
      Persons persons,
      NewsLock newsLock,
      Clock clock) {
    super(certificates, persons, newsLock, clock);
    this.certificates = certificates;
    this.entries = entries;
    this.measures = measures;
    this.clock = clock;
  }

  void closed(@Observes SubjectClosed news) {
    Instant now = Moment.of(clock);
    for (Certificate certificate : certificates.of(Set.of(news.subject()))) {
      if (certificate.close(news.at())) {
        String type = prepare(certificate, now).orElse("certificate.revised");
        certificate.watch(now);
        entries.told(type, certificate);
      }
    }
  }

  @Override
  protected void tell(String type, Certificate certificate) {
    entries.told(type, certificate);
  }

  @Override
  protected Optional<String> prepare(Certificate certificate, Instant now) {
    if (certificate.isErased()) {
      return Optional.empty();
    }
    Consequence consequence =
        Consequence.of(
            measures.about(certificate.subject()),
            MeasureKind.CERTIFICATE_SUSPENSION,
            MeasureKind.CERTIFICATE_WITHDRAWAL,
            certificate.right());
    return certificate.settle(consequence, now);
  }
}
