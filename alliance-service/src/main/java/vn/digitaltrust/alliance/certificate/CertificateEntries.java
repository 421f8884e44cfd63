package vn.digitaltrust.alliance.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import vn.digitaltrust.alliance.registry.Persons;
import vn.digitaltrust.journal.Change;
import vn.digitaltrust.journal.Journal;
import vn.digitaltrust.journal.Moment;

/** What the journal is told of a certificate. */
@ApplicationScoped
class CertificateEntries {
  private final Certificates certificates;
  private final Persons persons;
  private final Journal journal;
  private final Clock clock;

  CertificateEntries(Certificates certificates, Persons persons, Journal journal, Clock clock) {
    this.certificates = certificates;
    this.persons = persons;
    this.journal = journal;
    this.clock = clock;
  }

  void told(String type, Certificate certificate) {
    Instant now = Moment.of(clock);
    certificate.told(now);
    certificates.flush();
    journal.append(change(type, "certificate", certificate, CertificateState.of(certificate, now)));
  }

  /** ALL-42: the scores, for the holder alone. */
  void assessed(Certificate certificate) {
    journal.append(
        change("certificate.assessed", "assessment", certificate, AssessmentState.of(certificate))
            .forParties(persons.sameAs(certificate.subject()).toArray(UUID[]::new)));
  }

  private static Change change(
      String type, String aggregate, Certificate certificate, Object state) {
    return Change.of(
        type, certificate.subject(), aggregate, certificate.id(), certificate.version(), state);
  }
}
