package vn.digitaltrust.alliance.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.digitaltrust.alliance.registry.Answer;
import vn.digitaltrust.alliance.registry.Closures;
import vn.digitaltrust.alliance.registry.ErasureHolder;
import vn.digitaltrust.alliance.registry.NewsLock;
import vn.digitaltrust.alliance.registry.Persons;
import vn.digitaltrust.alliance.registry.RegistrySubject;
import vn.digitaltrust.alliance.registry.ShownName;
import vn.digitaltrust.alliance.registry.ShownNames;
import vn.digitaltrust.alliance.sanctions.MeasureKind;
import vn.digitaltrust.alliance.sanctions.Measures;
import vn.digitaltrust.door.Caller;
import vn.digitaltrust.door.Cursor;
import vn.digitaltrust.door.Page;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.journal.AccessLog;
import vn.digitaltrust.journal.Moment;
import vn.digitaltrust.vocabulary.CertificateNumber;
import vn.digitaltrust.vocabulary.Roles;
import vn.digitaltrust.vocabulary.Span;
import vn.digitaltrust.vocabulary.VietnamTime;

/** The use cases of certificates, each one transaction. */
@ApplicationScoped
@Transactional
class CertificateDesk {
  private final Certificates certificates;
  private final CertificateSettlement settlement;
  private final CertificateEntries entries;
  private final Measures measures;
  private final Persons persons;
  private final ShownNames names;
  private final Closures closures;
  private final ErasureHolder holder;
  private final NewsLock newsLock;
  private final Scheme scheme;
  private final TrustConfig config;
  private final Caller caller;
  private final AccessLog accessLog;
  private final Clock clock;

  CertificateDesk(
      Certificates certificates,
      CertificateSettlement settlement,
      CertificateEntries entries,
      Measures measures,
      Persons persons,
      ShownNames names,
      Closures closures,
      ErasureHolder holder,
      NewsLock newsLock,
      Scheme scheme,
      TrustConfig config,
      Caller caller,
      AccessLog accessLog,
      Clock clock) {
    this.certificates = certificates;
    this.settlement = settlement;
    this.entries = entries;
    this.measures = measures;
    this.persons = persons;
    this.names = names;
    this.closures = closures;
    this.holder = holder;
    this.newsLock = newsLock;
    this.scheme = scheme;
    this.config = config;
    this.caller = caller;
    this.accessLog = accessLog;
    this.clock = clock;
  }

  UUID grant(GrantRequest request, Answer<RegistrySubject> asked) {
    newsLock.granting();
    Instant now = Moment.of(clock);
    Set<UUID> person = persons.sameAs(request.subject());
    if (own().stream().anyMatch(person::contains)) {
      throw Refusal.forbidden("certificate.own-matter");
    }
    RegistrySubject subject = asked.get();
    closures.requireOpen(request.subject());
    holder.requireNotAskedFor(subject);
    if (!subject.isKol() || !subject.is("REGISTERED")) {
      throw Refusal.rule(
          "ALL-34", "certificate.not-for", subject.id(), subject.kind(), subject.status());
    }
    Validity validity = validity(request.from(), now);
    Scheme.Result result = scheme.assess(request.scores());
    if (!result.passed()) {
      throw Refusal.rule(
          "ALL-38", "certificate.not-passed", result.total().toPlainString(), scheme.passMark());
    }
    certificates.oneByOne(person);
    requireFree(person, validity);
    requireNotBarred(request.subject(), validity.startsAt());
    Certificate certificate =
        new Certificate(
            request.subject(),
            certificates.nextNumber(),
            validity,
            request.scores(),
            result,
            caller.id(),
            now);
    settlement.prepare(certificate, now);
    certificate.watch(now);
    certificates.persist(certificate);
    entries.told("certificate.granted", certificate);
    entries.assessed(certificate);
    return certificate.id();
  }

  CertificateView read(UUID id) {
    return certificates
        .findByIdOptional(id)
        .map(this::view)
        .orElseThrow(() -> Refusal.notFound("certificate", id));
  }

  CertificateView byNumber(String text) {
    String number = Refusal.reading("number", () -> CertificateNumber.require(text));
    return certificates
        .byNumber(number)
        .map(this::view)
        .orElseThrow(() -> Refusal.notFound("certificate", number));
  }

  /** ALL-101: certificates by how they stand now and when they end. */
  Page<CertificateView> list(
      UUID subject, CertificateStatus status, Instant endsBefore, String cursor, int limit) {
    Cursor at = Cursor.of("certificates", subject, status, endsBefore);
    Set<UUID> own = own();
    Instant now = Moment.of(clock);
    List<Certificate> page =
        certificates.page(
            new Certificates.Filter(
                subject == null ? null : persons.sameAs(subject), status, endsBefore),
            now,
            at.read(cursor),
            Page.limit(limit));
    Map<UUID, ShownName> shown = names.of(page.stream().map(Certificate::subject).toList());
    List<CertificateView> rows =
        page.stream()
            .map(
                certificate ->
                    view(
                        certificate,
                        own,
                        shown.getOrDefault(certificate.subject(), ShownName.NONE),
                        now))
            .toList();
    return Page.of(rows, limit, view -> view.id().toString(), at);
  }

  private Validity validity(LocalDate asked, Instant now) {
    LocalDate today = VietnamTime.dayOf(now);
    LocalDate from = asked == null ? today : asked;
    LocalDate last = today.plus(config.ahead());
    if (from.isBefore(today) || from.isAfter(last)) {
      throw Refusal.rule("ALL-36", "certificate.from", today.toString(), last.toString());
    }
    return Validity.from(from, now);
  }

  private void requireFree(Set<UUID> person, Validity validity) {
    Span asked = new Span(validity.startsAt(), validity.endsAt());
    certificates.of(person).stream()
        .filter(other -> other.right().overlaps(asked))
        .findFirst()
        .ifPresent(
            other -> {
              throw Refusal.rule(
                  "ALL-35", "certificate.overlaps", other.number(), other.until().toString());
            });
  }

  private void requireNotBarred(UUID subject, Instant startsAt) {
    measures.about(subject).stream()
        .filter(measure -> measure.kind() == MeasureKind.CERTIFICATE_WITHDRAWAL)
        .filter(measure -> measure.inForce(startsAt))
        .findFirst()
        .ifPresent(
            withdrawal -> {
              throw Refusal.rule(
                  "ALL-39", "certificate.barred", withdrawal.id(), withdrawal.ground());
            });
  }

  private CertificateView view(Certificate certificate) {
    UUID subject = certificate.subject();
    ShownName name = names.of(List.of(subject)).getOrDefault(subject, ShownName.NONE);
    return view(certificate, own(), name, Moment.of(clock));
  }

  private CertificateView view(
      Certificate certificate, Set<UUID> own, ShownName name, Instant now) {
    boolean holder = own.contains(certificate.subject());
    boolean insider = holder || caller.isAny(Roles.ASSESSOR, Roles.ALLIANCE_ADMIN, Roles.AUDITOR);
    if (insider && !holder && !certificate.isErased()) {
      accessLog.read("certificate", certificate.subject());
    }
    return CertificateView.of(certificate, name, now, insider);
  }

  private Set<UUID> own() {
    Set<UUID> bound = new HashSet<>();
    caller.subjectId().ifPresent(bound::add);
    caller.memberId().ifPresent(bound::add);
    return persons.sameAs(bound);
  }
}
