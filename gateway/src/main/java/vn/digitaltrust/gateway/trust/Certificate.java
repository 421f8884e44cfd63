package vn.digitaltrust.gateway.trust;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A certificate of Influencer Trust as the alliance shows it.
 *
 * @param until the last day, as the journal gave it
 */
record Certificate(
    UUID id,
    UUID subject,
    String number,
    String until,
    Interval span,
    Instant withdrawnAt,
    List<Interval> suspensions) {
  static final Mark NONE = new Mark("NONE", null, null);

  /** The trust mark at a time; number and last day are null without a certificate. */
  @Schema(name = "GatewayTrustMark")
  record Mark(
      @Schema(
              enumeration = {"NONE", "VALID", "SUSPENDED", "WITHDRAWN", "EXPIRED"},
              examples = "VALID",
              description = "More values may come; treat an unknown one as NONE")
          String status,
      @Schema(nullable = true, examples = "IT-00000003S") String number,
      @Schema(
              nullable = true,
              format = "date",
              description = "The last day",
              examples = "2027-11-25")
          String until) {}

  /** GW-13: the trust mark of a subject with these certificates: that of the latest begun. */
  static Mark at(Instant at, List<Certificate> certificates) {
    if (certificates.isEmpty()) {
      return NONE;
    }
    return certificates.stream()
        .filter(certificate -> !at.isBefore(certificate.span().startsAt()))
        .max(
            Comparator.comparing((Certificate certificate) -> certificate.span().startsAt())
                .thenComparing(Certificate::id))
        .map(latest -> new Mark(latest.status(at), latest.number(), latest.until()))
        .orElse(NONE);
  }

  private String status(Instant at) {
    if (withdrawnAt != null && !at.isBefore(withdrawnAt)) {
      return "WITHDRAWN";
    }
    if (!span.contains(at)) {
      return "EXPIRED";
    }
    boolean suspended = suspensions.stream().anyMatch(suspension -> suspension.contains(at));
    return suspended ? "SUSPENDED" : "VALID";
  }
}
