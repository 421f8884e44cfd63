package vn.digitaltrust.alliance.membership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import vn.digitaltrust.alliance.conduct.CodeOfConduct;
import vn.digitaltrust.alliance.conduct.CodesOfConduct;
import vn.digitaltrust.alliance.registry.Answer;
import vn.digitaltrust.alliance.registry.Closures;
import vn.digitaltrust.alliance.registry.ErasureHolder;
import vn.digitaltrust.alliance.registry.NewsLock;
import vn.digitaltrust.alliance.registry.Persons;
import vn.digitaltrust.alliance.registry.RegistrySubject;
import vn.digitaltrust.alliance.registry.ShownName;
import vn.digitaltrust.alliance.registry.ShownNames;
import vn.digitaltrust.alliance.sanctions.Measure;
import vn.digitaltrust.alliance.sanctions.MeasureKind;
import vn.digitaltrust.alliance.sanctions.Measures;
import vn.digitaltrust.door.Caller;
import vn.digitaltrust.door.Cursor;
import vn.digitaltrust.door.Etag;
import vn.digitaltrust.door.Ids;
import vn.digitaltrust.door.Page;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.door.TwoPeople;
import vn.digitaltrust.journal.AccessLog;
import vn.digitaltrust.journal.Moment;
import vn.digitaltrust.vocabulary.Roles;
import vn.digitaltrust.vocabulary.VietnamTime;

/** The use cases of membership, each one transaction. */
@ApplicationScoped
@Transactional
class MembershipDesk {
  private static final Set<String> GONE = Set.of("DEREGISTERED", "ERASED");

  private final Memberships memberships;
  private final Admissions admissions;
  private final MembershipReader reader;
  private final ShownNames names;
  private final MembershipSettlement settlement;
  private final MembershipEntries entries;
  private final CodesOfConduct codes;
  private final Measures measures;
  private final Persons persons;
  private final Closures closures;
  private final ErasureHolder holder;
  private final NewsLock newsLock;
  private final Caller caller;
  private final AccessLog accessLog;
  private final Clock clock;

  MembershipDesk(
      Memberships memberships,
      Admissions admissions,
      MembershipReader reader,
      ShownNames names,
      MembershipSettlement settlement,
      MembershipEntries entries,
      CodesOfConduct codes,
      Measures measures,
      Persons persons,
      Closures closures,
      ErasureHolder holder,
      NewsLock newsLock,
      Caller caller,
      AccessLog accessLog,
      Clock clock) {
    this.memberships = memberships;
    this.admissions = admissions;
    this.reader = reader;
    this.names = names;
    this.settlement = settlement;
    this.entries = entries;
    this.codes = codes;
    this.measures = measures;
    this.persons = persons;
    this.closures = closures;
    this.holder = holder;
    this.newsLock = newsLock;
    this.caller = caller;
    this.accessLog = accessLog;
    this.clock = clock;
  }

  UUID apply(ApplicationRequest request, Answer<RegistrySubject> asked) {
    newsLock.granting();
    Instant now = Moment.of(clock);
    RegistrySubject subject = asked.get();
    if (subject.isKol() == subject.isOrganisation() || GONE.contains(subject.status())) {
      throw Refusal.rule("ALL-13", "membership.cannot-apply", subject.id(), subject.status());
    }
    closures.requireOpen(request.subject());
    holder.requireNotAskedFor(subject);
    CodeOfConduct code = requireInForce(request.codeOfConduct());
    requireAccepted(request, code, now);
    List<Membership> known = memberships.of(persons.sameAs(request.subject()));
    known.forEach(membership -> settlement.settle(membership, now));
    known.stream()
        .filter(membership -> membership.statusAt(now).isOpen())
        .findFirst()
        .ifPresent(
            open -> {
              throw Refusal.state("membership.open", open.statusAt(now));
            });
    Membership membership =
        new Membership(
            request, subject.isKol() ? MemberKind.KOL : MemberKind.ORGANISATION, caller.id(), now);
    memberships.persist(membership);
    entries.told("membership.applied", membership);
    return membership.id();
  }

  /** ALL-80: one admin asks for an admission. */
  UUID ask(UUID id, String ifMatch, AdmissionRequest request) {
    Instant now = Moment.of(clock);
    Membership membership = others(id, ifMatch);
    membership.requireMayBeAdmitted(now);
    if (admissions.open(id).isPresent()) {
      throw Refusal.state("membership.admission-asked");
    }
    admissions.persist(
        new Admission(Ids.next(now), id, TwoPeople.request(caller.id(), request.reasons(), now)));
    memberships.touch(membership);
    entries.told("membership.admissionRequested", membership);
    return id;
  }

  /** DOOR-20: who asked for it takes that back; the application goes on waiting. */
  UUID takeBack(UUID id, String ifMatch, AdmissionRequest request) {
    Instant now = Moment.of(clock);
    Membership membership = others(id, ifMatch);
    asked(id).people().takeBack(caller.id(), request.reasons(), now);
    memberships.touch(membership);
    entries.told("membership.admissionTakenBack", membership);
    return id;
  }

  /** ALL-80: another admin approves. */
  UUID admit(
      UUID id,
      String ifMatch,
      AdmissionRequest request,
      Answer<RegistrySubject> registered,
      Answer<List<Measure>> told) {
    newsLock.granting();
    Instant now = Moment.of(clock);
    Membership membership = decidable(id, ifMatch);
    membership.requireMayBeAdmitted(now);
    TwoPeople people = asked(id).people();
    people.requireAnother(caller.id());
    requireAdmissible(registered.get());
    holder.requireNotAskedFor(registered.get());
    closures.requireOpen(membership.subject());
    requireInForce(membership.codeOfConduct());
    Stream.concat(told.get().stream(), measures.about(membership.subject()).stream())
        .filter(measure -> measure.kind() == MeasureKind.MEMBERSHIP_EXCLUSION)
        .filter(measure -> measure.inForce(now))
        .findFirst()
        .ifPresent(
            exclusion -> {
              throw Refusal.rule(
                  "ALL-14", "membership.excluded", exclusion.id(), exclusion.ground());
            });
    people.approve(caller.id(), request.reasons(), now);
    membership.admit(caller.id(), request.reasons(), now);
    settlement.prepare(membership, now);
    entries.told("membership.admitted", membership);
    return id;
  }

  UUID refuse(UUID id, String ifMatch, RefusalRequest request) {
    newsLock.granting();
    Instant now = Moment.of(clock);
    Membership membership = decidable(id, ifMatch);
    admissions
        .open(id)
        .ifPresent(asked -> asked.people().refuse(caller.id(), request.reasons(), now));
    membership.refuse(caller.id(), request.reasons(), now);
    entries.told("membership.refused", membership);
    return id;
  }

  UUID depart(UUID id, String ifMatch) {
    newsLock.granting();
    Instant now = Moment.of(clock);
    Membership membership = visible(id);
    if (!caller.is(Roles.ALLIANCE_ADMIN) && !reader.is(membership.subject())) {
      throw Refusal.forbidden("membership.not-yours");
    }
    Etag.require(ifMatch, membership.version());
    membership.depart(now);
    admissions.lapse(id, caller.id(), now);
    if (membership.isPublic()) {
      settlement.prepare(membership, now);
    }
    entries.told(membership.isPublic() ? "membership.left" : "membership.withdrawn", membership);
    return id;
  }

  MembershipView read(UUID id) {
    Membership membership = visible(id);
    return view(
        membership,
        names.of(List.of(membership.subject())),
        Moment.of(clock),
        admissions(List.of(membership)));
  }

  /** The subject of a membership that the caller may see. */
  UUID subjectOf(UUID id) {
    return visible(id).subject();
  }

  /** ALL-100: the memberships that a reader may see, as far as it asks for them. */
  Page<MembershipView> list(
      UUID subject, MembershipStatus status, Instant appliedBefore, String cursor, int limit) {
    Cursor at = Cursor.of("memberships", subject, status, appliedBefore);
    Instant now = Moment.of(clock);
    List<Membership> page =
        memberships.page(
            new Memberships.Filter(
                subject == null ? null : persons.sameAs(subject), status, appliedBefore),
            now,
            at.read(cursor),
            Page.limit(limit),
            reader.own(),
            reader.seesAll());
    Map<UUID, ShownName> shown = names.of(page.stream().map(Membership::subject).toList());
    Map<UUID, Admission> asked = admissions(page);
    List<MembershipView> rows =
        page.stream().map(membership -> view(membership, shown, now, asked)).toList();
    return Page.of(rows, limit, view -> view.id().toString(), at);
  }

  /** ALL-80: who asked for which admissions, for those who look after them. */
  private Map<UUID, Admission> admissions(List<Membership> page) {
    return reader.seesAll()
        ? admissions.last(page.stream().map(Membership::id).toList())
        : Map.of();
  }

  private MembershipView view(
      Membership membership, Map<UUID, ShownName> shown, Instant now, Map<UUID, Admission> asked) {
    boolean insider = reader.isInsider(membership);
    if (insider && !reader.is(membership.subject())) {
      accessLog.read("membership", membership.subject());
    }
    return MembershipView.of(
        membership,
        shown.getOrDefault(membership.subject(), ShownName.NONE),
        now,
        insider,
        asked.get(membership.id()));
  }

  private Membership visible(UUID id) {
    return memberships
        .findByIdOptional(id)
        .filter(reader::maySee)
        .orElseThrow(() -> Refusal.notFound("membership", id));
  }

  /** ALL-15: a membership of somebody else. */
  private Membership others(UUID id, String ifMatch) {
    Membership membership = visible(id);
    if (reader.is(membership.subject())) {
      throw Refusal.forbidden("membership.own-matter");
    }
    Etag.require(ifMatch, membership.version());
    return membership;
  }

  /** ALL-15: and that somebody else entered. */
  private Membership decidable(UUID id, String ifMatch) {
    Membership membership = others(id, ifMatch);
    if (membership.wasAppliedForBy(caller.id())) {
      throw Refusal.forbidden("membership.own-entry");
    }
    return membership;
  }

  private Admission asked(UUID id) {
    return admissions.open(id).orElseThrow(() -> Refusal.state("membership.admission-not-asked"));
  }

  private static void requireAdmissible(RegistrySubject subject) {
    if (!subject.is("REGISTERED") && !(subject.isOrganisation() && subject.is("VERIFIED"))) {
      throw Refusal.rule("ALL-13", "membership.not-registered", subject.id(), subject.status());
    }
  }

  private CodeOfConduct requireInForce(String accepted) {
    CodeOfConduct current = codes.current();
    if (!current.version().equals(accepted)) {
      throw Refusal.rule("ALL-12", "membership.code", accepted, current.version());
    }
    return current;
  }

  /** ALL-17: to apply for oneself is to accept; whoever applies for another proves the other's. */
  private void requireAccepted(ApplicationRequest request, CodeOfConduct code, Instant now) {
    Acceptance acceptance = request.acceptance();
    if (reader.is(request.subject())) {
      if (acceptance != null) {
        throw Refusal.invalid("acceptance", "membership.acceptance-own");
      }
      return;
    }
    if (acceptance == null) {
      throw Refusal.rule("ALL-17", "membership.acceptance");
    }
    LocalDate today = VietnamTime.dayOf(now);
    if (acceptance.acceptedOn().isBefore(code.validFrom())
        || acceptance.acceptedOn().isAfter(today)) {
      throw Refusal.rule(
          "ALL-17", "membership.accepted-on", code.validFrom().toString(), today.toString());
    }
  }
}
