package vn.digitaltrust.alliance.certificate;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.digitaltrust.alliance.sanctions.Suspension;

/**
 * All that is public about a certificate: the state of PUBLIC entries.
 *
 * @param endsAt first instant after it; earlier than its term when its holder was deregistered
 * @param suspensions the net spans in which it is or will be paused; what is over is not told
 * @param withdrawnAt when a measure ended or will end it; null otherwise
 * @param erased true on the tombstone of an erased holder, absent otherwise
 */
record CertificateState(
    UUID id,
    UUID subject,
    String number,
    Instant startsAt,
    Instant endsAt,
    LocalDate from,
    LocalDate until,
    List<Suspension> suspensions,
    Instant withdrawnAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) Boolean erased) {

  static CertificateState of(Certificate certificate, Instant now) {
    return new CertificateState(
        certificate.id(),
        certificate.subject(),
        certificate.number(),
        certificate.startsAt(),
        certificate.endsAt(),
        certificate.from(),
        certificate.until(),
        certificate.publicSuspensions(now),
        certificate.withdrawnAt(),
        certificate.isErased() ? Boolean.TRUE : null);
  }
}
