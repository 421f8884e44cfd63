package vn.digitaltrust.alliance.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.digitaltrust.alliance.registry.Holding;
import vn.digitaltrust.door.holder.Hold;
import vn.digitaltrust.vocabulary.VietnamTime;

/**
 * ALL-83: which certificates hold the erasure of their holder: those that a measure pauses. Nobody
 * can give a certificate back, so one that is only valid would keep people from being erased for a
 * year though they wish it; the erasure ends it, as it ends everything of theirs.
 */
@ApplicationScoped
class CertificateHolds implements Holding {
  private final Certificates certificates;

  CertificateHolds(Certificates certificates) {
    this.certificates = certificates;
  }

  @Override
  public Optional<Hold> on(Set<UUID> person, Instant now) {
    return certificates.of(person).stream()
        .map(certificate -> hold(certificate.statusAt(now), certificate.until(), now))
        .filter(Objects::nonNull)
        .max(Comparator.comparing(Hold::until));
  }

  /**
   * @param until the last day of the certificate
   * @return null when the certificate holds nothing
   */
  static Hold hold(CertificateStatus status, LocalDate until, Instant now) {
    return switch (status) {
      case SUSPENDED -> Hold.upTo("CERTIFICATE", until, VietnamTime.dayOf(now));
      case UPCOMING, VALID, WITHDRAWN, ENDED -> null;
    };
  }
}
