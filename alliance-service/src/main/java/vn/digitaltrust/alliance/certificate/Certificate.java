package vn.digitaltrust.alliance.certificate;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import vn.digitaltrust.alliance.right.Right;
import vn.digitaltrust.alliance.sanctions.Consequence;
import vn.digitaltrust.alliance.sanctions.Suspension;
import vn.digitaltrust.door.Ids;
import vn.digitaltrust.door.Page;
import vn.digitaltrust.vocabulary.Span;

/** One certificate, from its grant on; nobody changes it but measures and the registry. */
@Entity
@Table(name = "certificate")
class Certificate implements Right {
  @Id private UUID id;

  @Version private long version;

  @Column(updatable = false)
  private UUID subject;

  @Column(updatable = false)
  private String number;

  @Column(name = "from_day", updatable = false)
  private LocalDate from;

  @Column(name = "until_day", updatable = false)
  private LocalDate until;

  @Column(name = "starts_at", updatable = false)
  private Instant startsAt;

  @Column(name = "term_ends_at", updatable = false)
  private Instant termEndsAt;

  @Column(name = "granted_at", updatable = false)
  private Instant grantedAt;

  @Column(name = "granted_by", updatable = false)
  private String grantedBy;

  @Embedded private Scores scores;

  private BigDecimal total;

  private String grade;

  /** When deregistration or erasure ended it; null while the holder is registered. */
  @Column(name = "closed_at")
  private Instant closedAt;

  @Column(name = "erased_at")
  private Instant erasedAt;

  @Column(name = "withdrawn_at")
  private Instant withdrawnAt;

  @Enumerated(EnumType.STRING)
  private CertificateStatus heard;

  /** The next boundary to tell of; moved alone, by a query, when there is nothing to tell. */
  @Column(name = "next_look")
  private Instant nextLook;

  /** When the journal was told of it last. */
  @Column(name = "told_at")
  private Instant toldAt;

  @ElementCollection
  @BatchSize(size = Page.MOST)
  @CollectionTable(name = "certificate_suspension", joinColumns = @JoinColumn(name = "certificate"))
  private List<Suspension> suspensions = new ArrayList<>();

  protected Certificate() {}

  Certificate(
      UUID subject,
      String number,
      Validity validity,
      Scores scores,
      Scheme.Result result,
      String grantedBy,
      Instant now) {
    this.id = Ids.next(now);
    this.subject = subject;
    this.number = number;
    this.from = validity.from();
    this.until = validity.until();
    this.startsAt = validity.startsAt();
    this.termEndsAt = validity.endsAt();
    this.scores = scores;
    this.total = result.total();
    this.grade = result.grade();
    this.grantedBy = grantedBy;
    this.grantedAt = now;
    this.toldAt = now;
    this.heard = CertificateStatus.VALID;
  }

  /** ALL-40: the holder is no longer registered; false when that ended nothing. */
  boolean close(Instant at) {
    if (closedAt != null || !at.isBefore(termEndsAt)) {
      return false;
    }
    closedAt = at.isBefore(startsAt) ? startsAt : at;
    return true;
  }

  /** ALL-40: what was said of the holder goes. */
  void erase(Instant now) {
    erasedAt = now;
    scores = null;
    total = null;
    grade = null;
    suspensions.clear();
  }

  /** The span that the certificate has, or would have, without any measure. */
  Span right() {
    return new Span(startsAt, endsAt());
  }

  /**
   * Takes over what measures do to the certificate.
   *
   * @return the type of the entry to append; empty when nothing changed
   */
  Optional<String> settle(Consequence consequence, Instant now) {
    boolean replanned = false;
    if (!suspensions().equals(consequence.suspensions())) {
      suspensions.clear();
      suspensions.addAll(consequence.suspensions());
      replanned = true;
    }
    if (!Objects.equals(withdrawnAt, consequence.endedAt())) {
      withdrawnAt = consequence.endedAt();
      replanned = true;
    }
    CertificateStatus before = heard;
    CertificateStatus is = statusAt(now);
    heard = is == CertificateStatus.UPCOMING ? CertificateStatus.VALID : is;
    if (heard == before && !replanned && !Suspension.endedSince(toldAt, now, suspensions)) {
      return Optional.empty();
    }
    watch(now);
    return Optional.of(heard == before ? "certificate.revised" : heard.entryAfter(before));
  }

  /** ALL-91: the journal is told of it now; noted only if a pause is left out by that. */
  void told(Instant now) {
    if (Suspension.endedSince(toldAt, now, suspensions)) {
      toldAt = now;
    }
  }

  /** ALL-90: the pauses that everybody may see. */
  List<Suspension> publicSuspensions(Instant now) {
    return Suspension.inPublic(now, Span.earlier(endsAt(), withdrawnAt), suspensions());
  }

  /** Has the next boundary after this instant watched. */
  void watch(Instant now) {
    nextLook = nextBoundary(now);
  }

  @Override
  public Instant nextBoundary(Instant now) {
    return Suspension.nextBoundary(now, endsAt(), suspensions, startsAt, endsAt(), withdrawnAt);
  }

  /** ALL-33: how it stands at an instant. */
  CertificateStatus statusAt(Instant at) {
    if (withdrawnAt != null && !at.isBefore(withdrawnAt)) {
      return CertificateStatus.WITHDRAWN;
    }
    if (!at.isBefore(endsAt())) {
      return CertificateStatus.ENDED;
    }
    if (at.isBefore(startsAt)) {
      return CertificateStatus.UPCOMING;
    }
    return suspensions.stream().anyMatch(pause -> pause.span().contains(at))
        ? CertificateStatus.SUSPENDED
        : CertificateStatus.VALID;
  }

  @Override
  public UUID id() {
    return id;
  }

  long version() {
    return version;
  }

  UUID subject() {
    return subject;
  }

  String number() {
    return number;
  }

  LocalDate from() {
    return from;
  }

  LocalDate until() {
    return until;
  }

  Instant startsAt() {
    return startsAt;
  }

  /** First instant after it: the end of its term, or when it was closed. */
  Instant endsAt() {
    return Span.earlier(termEndsAt, closedAt);
  }

  Instant grantedAt() {
    return grantedAt;
  }

  Instant withdrawnAt() {
    return withdrawnAt;
  }

  Scores scores() {
    return scores;
  }

  BigDecimal total() {
    return total;
  }

  String grade() {
    return grade;
  }

  boolean isErased() {
    return erasedAt != null;
  }

  @Override
  public Instant nextLook() {
    return nextLook;
  }

  /** By beginning and then by measure, however the database keeps them. */
  List<Suspension> suspensions() {
    return suspensions.stream().sorted(Suspension.BY_TIME).toList();
  }
}
