package vn.digitaltrust.gateway.trust;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.digitaltrust.verdict.Certificate;
import vn.digitaltrust.verdict.Membership;
import vn.digitaltrust.verdict.Subject;
import vn.digitaltrust.verdict.Subjects;
import vn.digitaltrust.verdict.Verdict;

/**
 * What a trust check answers.
 *
 * @param checkId by which this answer can be told from others in the caller's own records
 * @param subject whom it is about, after merges; null when nobody is known
 * @param account what is known of the account that was asked about; null when none was, or nobody
 *     is known to have it
 * @param restrictions the measures behind the verdict
 * @param asOf how far each journal was known
 */
@Schema(name = "GatewayTrustCheck")
record Answer(
    @Schema(
            implementation = String.class,
            format = "uuid",
            description = "Names this answer in your own records; it is kept nowhere here",
            examples = "0193a5d1-22c4-7d05-8a11-5a3c1d0e9f42")
        UUID checkId,
    @Schema(description = "More values may come; treat an unknown one as RESTRICTED")
        Verdict verdict,
    @Schema(implementation = String.class, format = "date-time", examples = "2026-11-26T08:00:00Z")
        Instant at,
    @Schema(nullable = true) SubjectView subject,
    @Schema(nullable = true) AccountView account,
    List<Restriction> restrictions,
    Membership.Standing membership,
    Certificate.Mark trustMark,
    TrustIndex.AsOf asOf) {

  /** Whether the account that was asked about is proven to be the subject's, or only said to be. */
  @Schema(name = "GatewayAccount")
  record AccountView(
      @Schema(description = "Whether its platform has attested whose it is") boolean proven,
      @Schema(
              nullable = true,
              implementation = String.class,
              format = "date-time",
              examples = "2026-11-26T08:00:00Z")
          Instant provenSince) {
    static AccountView of(Subjects.Holding holding) {
      return holding == null
          ? null
          : new AccountView(holding.provenSince() != null, holding.provenSince());
    }
  }

  /** The subject of an answer: no names. */
  @Schema(name = "GatewaySubject")
  record SubjectView(
      @Schema(
              implementation = String.class,
              format = "uuid",
              examples = "0193a5c9-4b1f-7c2d-bb0e-6a3f4d5c2e11")
          UUID id,
      @Schema(
              nullable = true,
              description = "KOL or ORGANISATION; more may come",
              examples = {"KOL", "ORGANISATION"})
          String kind,
      @Schema(
              nullable = true,
              description = "As in the registry; only REGISTERED can be CLEAR",
              examples = {"REGISTERED", "RECORDED", "INACTIVE"})
          String status,
      @Schema(nullable = true, examples = "KOL-100000011") String registrationNumber) {
    static SubjectView of(Subject subject) {
      return subject == null
          ? null
          : new SubjectView(
              subject.id(), subject.kind(), subject.status(), subject.registrationNumber());
    }
  }
}
