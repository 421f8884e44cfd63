package vn.digitaltrust.alliance.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.digitaltrust.alliance.registry.Persons;
import vn.digitaltrust.alliance.registry.SubjectClosed;
import vn.digitaltrust.alliance.registry.SubjectsTouched;
import vn.digitaltrust.alliance.registry.Turn;
import vn.digitaltrust.alliance.sanctions.Consequence;
import vn.digitaltrust.alliance.sanctions.MeasureKind;
import vn.digitaltrust.alliance.sanctions.Measures;
import vn.digitaltrust.journal.Moment;

/** ALL-33, ALL-40, ALL-41: makes certificates follow from measures, merges and endings. */
@ApplicationScoped
class CertificateSettlement {
  /** Settled at once; the rest of a reload follows in steps, as a transaction has few entries. */
  private static final int AT_ONCE = 200;

  private final Certificates certificates;
  private final CertificateEntries entries;
  private final Measures measures;
  private final Persons persons;
  private final Turn turn;
  private final Clock clock;

  CertificateSettlement(
      Certificates certificates,
      CertificateEntries entries,
      Measures measures,
      Persons persons,
      Turn turn,
      Clock clock) {
    this.certificates = certificates;
    this.entries = entries;
    this.measures = measures;
    this.persons = persons;
    this.turn = turn;
    this.clock = clock;
  }

  void touched(@Observes SubjectsTouched news) {
    Instant now = Moment.of(clock);
    List<UUID> concerned = certificates.idsOf(persons.sameAs(news.subjects()));
    int atOnce = Math.min(AT_ONCE, concerned.size());
    certificates
        .list("id in ?1 order by id", concerned.subList(0, atOnce))
        .forEach(certificate -> settle(certificate, now));
    certificates.lookAgain(concerned.subList(atOnce, concerned.size()), now);
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

  /**
   * ALL-41: tells the journal of boundaries that have been passed; safe in several replicas.
   *
   * @return how many certificates were looked at
   */
  @Transactional
  int announce(int most) {
    turn.granting();
    Instant now = Moment.of(clock);
    List<Certificate> due = certificates.due(now, most);
    due.forEach(certificate -> settle(certificate, now));
    return due.size();
  }

  private void settle(Certificate certificate, Instant now) {
    Optional<String> type = prepare(certificate, now);
    if (type.isPresent()) {
      entries.told(type.get(), certificate);
    } else if (!Objects.equals(certificate.nextLook(), certificate.nextBoundary(now))) {
      certificates.lookAgain(List.of(certificate.id()), certificate.nextBoundary(now));
    }
  }

  /** Recomputes the certificate; what the entry would be called, if anything came of it. */
  Optional<String> prepare(Certificate certificate, Instant now) {
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
