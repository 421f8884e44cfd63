package vn.digitaltrust.alliance.certificate;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.digitaltrust.alliance.registry.ShownName;
import vn.digitaltrust.alliance.sanctions.Suspension;

/**
 * A certificate as one reader sees it now.
 *
 * @param status as of this answer; more values may come
 * @param suspensions the spans in which measures pause it; stays and ends are taken out. What is
 *     over, and which measures they are, is told to the same as the scores
 * @param scores told only to the holder, assessors, the alliance and auditors
 * @param total weighted total of the scores; told to the same
 * @param grade band of the total; told to the same
 */
@Schema(name = "AllianceCertificate")
record CertificateView(
    UUID id,
    UUID subject,
    @Schema(
            nullable = true,
            description =
                "The subject's shown name, for those who work here; null or absent for others, and"
                    + " when no name may be shown")
        String subjectName,
    @Schema(nullable = true, description = ShownName.NUMBER) String subjectNumber,
    @Schema(examples = "IT-000000019") String number,
    CertificateStatus status,
    LocalDate from,
    LocalDate until,
    Instant startsAt,
    Instant endsAt,
    List<Suspension> suspensions,
    @Schema(nullable = true) Instant withdrawnAt,
    @Schema(nullable = true) Scores scores,
    @Schema(nullable = true, examples = "87.55") BigDecimal total,
    @Schema(nullable = true, examples = "B") String grade,
    @Schema(description = "Also in the ETag") long version) {

  /**
   * @param shown what the reader is shown of the subject's name
   * @param insider whether the reader sees what is not public about it
   */
  static CertificateView of(Certificate certificate, ShownName shown, Instant at, boolean insider) {
    return new CertificateView(
        certificate.id(),
        certificate.subject(),
        shown.name(),
        shown.number(),
        certificate.number(),
        certificate.statusAt(at),
        certificate.from(),
        certificate.until(),
        certificate.startsAt(),
        certificate.endsAt(),
        insider ? certificate.suspensions() : certificate.publicSuspensions(at),
        certificate.withdrawnAt(),
        insider ? certificate.scores() : null,
        insider ? certificate.total() : null,
        insider ? certificate.grade() : null,
        certificate.version());
  }
}
