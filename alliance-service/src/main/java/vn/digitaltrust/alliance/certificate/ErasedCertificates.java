package vn.digitaltrust.alliance.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import vn.digitaltrust.alliance.registry.SubjectErased;
import vn.digitaltrust.journal.Moment;

/** ALL-52: ends the certificates of an erased subject, and erases what was said in them. */
@ApplicationScoped
class ErasedCertificates {
  private final Certificates certificates;
  private final CertificateEntries entries;
  private final CertificateSettlement settlement;
  private final Clock clock;

  ErasedCertificates(
      Certificates certificates,
      CertificateEntries entries,
      CertificateSettlement settlement,
      Clock clock) {
    this.certificates = certificates;
    this.entries = entries;
    this.settlement = settlement;
    this.clock = clock;
  }

  void erase(@Observes SubjectErased erased) {
    Instant now = Moment.of(clock);
    for (Certificate certificate : certificates.of(Set.of(erased.subject()))) {
      certificate.close(erased.at());
      settlement.prepare(certificate, now);
      certificate.erase(now);
      certificate.watch(now);
      entries.told("certificate.erased", certificate);
    }
  }
}
