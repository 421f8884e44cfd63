package vn.digitaltrust.alliance.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import vn.digitaltrust.alliance.registry.Persons;
import vn.digitaltrust.journal.Change;
import vn.digitaltrust.journal.Journal;

/** What the journal is told of a certificate. */
@ApplicationScoped
class CertificateEntries {
  private final Certificates certificates;
  private final Persons persons;
  private final Journal journal;

  CertificateEntries(Certificates certificates, Persons persons, Journal journal) {
    this.certificates = certificates;
    this.persons = persons;
    this.journal = journal;
  }

  void told(String type, Certificate certificate) {
    certificates.flush();
    journal.append(change(type, "certificate", certificate, CertificateState.of(certificate)));
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
