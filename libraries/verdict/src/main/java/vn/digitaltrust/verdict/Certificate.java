package vn.digitaltrust.verdict;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import vn.digitaltrust.vocabulary.Span;

/**
 * A certificate of Influencer Trust as the alliance shows it.
 *
 * @param until the last day, as the journal gave it
 */
public record Certificate(
    UUID id,
    UUID subject,
    String number,
    String until,
    Span span,
    Instant withdrawnAt,
    List<Span> suspensions) {
  /** The mark of who has no certificate. */
  public static final Mark NONE = new Mark("NONE", null, null);

  /**
   * The trust mark at a time.
   *
   * @param status {@code NONE}, {@code VALID}, {@code SUSPENDED}, {@code WITHDRAWN} or {@code
   *     EXPIRED}
   * @param number of the certificate, or null without one
   * @param until its last day, or null without one
   */
  public record Mark(String status, String number, String until) {}

  /** GW-13: the trust mark of a subject with these certificates: that of the latest begun. */
  public static Mark at(Instant at, List<Certificate> certificates) {
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
