package vn.digitaltrust.registry.representation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import java.util.stream.Stream;
import vn.digitaltrust.door.Etag;
import vn.digitaltrust.door.Ids;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.journal.Change;
import vn.digitaltrust.journal.Journal;
import vn.digitaltrust.journal.Moment;
import vn.digitaltrust.registry.subject.SubjectErased;
import vn.digitaltrust.registry.subject.Subjects;
import vn.digitaltrust.vocabulary.VietnamTime;

/** What is done to records of representation, in one transaction each. */
@ApplicationScoped
class RepresentationDesk {
  private static final int MOST_GUARDIANS = 2;

  private final RepresentationRepository repository;
  private final Parties parties;
  private final Subjects subjects;
  private final Journal journal;
  private final Clock clock;

  RepresentationDesk(
      RepresentationRepository repository,
      Parties parties,
      Subjects subjects,
      Journal journal,
      Clock clock) {
    this.repository = repository;
    this.parties = parties;
    this.subjects = subjects;
    this.journal = journal;
    this.clock = clock;
  }

  /** REP-1 to REP-4. */
  @Transactional
  UUID enter(UUID represented, RepresentationRequest request) {
    hold(represented, request.representative());
    var now = Moment.of(clock);
    var startsAt = request.startsAt() == null ? now : Moment.exact(request.startsAt());
    var endsAt = request.endsAt() == null ? null : Moment.exact(request.endsAt());
    var it = new Representation(Ids.next(now), represented, request, startsAt, endsAt, now);
    if (!parties.isParty(it) && !parties.isRegistrar(it)) {
      throw Refusal.forbidden("representation.no-party");
    }
    checkForm(request);
    if (startsAt.isBefore(now) || endsAt != null && !endsAt.isAfter(startsAt)) {
      throw Refusal.rule("REP-1", "representation.interval");
    }
    var today = VietnamTime.dayOf(now);
    if (request.powerDate() != null && request.powerDate().isAfter(today)) {
      throw Refusal.invalid("powerDate", "representation.power-future");
    }
    parties.requireFit(it, today);
    requireRoom(it);
    var confirmer = parties.confirmer(it);
    if (confirmer != null
        && (confirmer == Confirmer.REGISTRAR || it.kind() != RepresentationKind.GUARDIAN)) {
      it.confirm(confirmer, now);
    }
    repository.persist(it);
    tell(it, "representation.entered");
    return it.id();
  }

  /** REP-2. */
  @Transactional
  UUID confirm(UUID id, String ifMatch) {
    var it = lock(id, ifMatch);
    var confirmer = parties.confirmer(it);
    if (confirmer == null) {
      throw Refusal.rule("REP-2", "representation.confirmer");
    }
    var now = Moment.of(clock);
    it.confirm(confirmer, now);
    parties.requireFit(it, VietnamTime.dayOf(now));
    tell(it, "representation.confirmed");
    return id;
  }

  /** REP-6. */
  @Transactional
  UUID end(UUID id, String ifMatch, EndRequest request) {
    var it = lock(id, ifMatch);
    var now = Moment.of(clock);
    it.end(request.endsAt() == null ? now : Moment.exact(request.endsAt()), request.reason(), now);
    tell(it, "representation.ended");
    return id;
  }

  /** REP-8, in the transaction of the erasure. */
  void erase(@Observes SubjectErased erased) {
    for (var it : repository.withPart(erased.subject())) {
      it.erase(erased.at());
      tell(it, "representation.erased");
    }
  }

  private static void checkForm(RepresentationRequest request) {
    var counsel = request.kind() == RepresentationKind.COUNSEL;
    if (counsel != (request.caseWord() != null)) {
      throw Refusal.invalid(
          "case", counsel ? "representation.case-needed" : "representation.case-of-counsel");
    }
    if ((request.powerNumber() == null) != (request.powerDate() == null)
        || request.kind() != RepresentationKind.GUARDIAN && request.powerNumber() == null) {
      throw Refusal.invalid(
          request.powerNumber() == null ? "powerNumber" : "powerDate",
          "representation.power-needed");
    }
  }

  /** REP-1 and REP-9, while the represented is locked. */
  private void requireRoom(Representation fresh) {
    var others =
        repository.forPerson(subjects.person(fresh.represented())).stream()
            .filter(it -> it.kind() == fresh.kind() && overlaps(it, fresh))
            .toList();
    var same = subjects.person(fresh.representative());
    if (others.stream()
        .filter(it -> same.contains(it.representative()))
        .anyMatch(it -> fresh.caseWord() == null || fresh.caseWord().equals(it.caseWord()))) {
      throw Refusal.state("representation.twice");
    }
    if (fresh.kind() == RepresentationKind.GUARDIAN && others.size() >= MOST_GUARDIANS) {
      throw Refusal.rule("REP-9", "representation.guardians", MOST_GUARDIANS);
    }
  }

  private static boolean overlaps(Representation one, Representation other) {
    return (one.endsAt() == null || other.startsAt().isBefore(one.endsAt()))
        && (other.endsAt() == null || one.startsAt().isBefore(other.endsAt()))
        && !one.startsAt().equals(one.endsAt());
  }

  /** Locks both, always the smaller id first, so that nobody waits in a circle. */
  private void hold(UUID one, UUID other) {
    Stream.of(one, other).sorted().distinct().forEach(subjects::holdAsParty);
  }

  /** The same order for everybody: the represented, the record. */
  private Representation lock(UUID id, String ifMatch) {
    var read = repository.require(id);
    if (!parties.isParty(read) && !parties.isRegistrar(read)) {
      throw Refusal.notFound("representation", id);
    }
    subjects.lockAsParty(read.represented());
    var it = repository.lock(id);
    Etag.require(ifMatch, it.version());
    return it;
  }

  /** REP-7: what the journal tells the two alone, under all ids of each. */
  private void tell(Representation it, String type) {
    repository.flush();
    var told =
        Stream.of(it.represented(), it.representative())
            .flatMap(party -> subjects.person(party).stream())
            .distinct()
            .toArray(UUID[]::new);
    journal.append(
        Change.of(
                type,
                it.represented(),
                "representation",
                it.id(),
                it.version(),
                RepresentationState.of(it))
            .forParties(told));
  }
}
