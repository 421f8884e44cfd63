package vn.digitaltrust.registry.representation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.digitaltrust.door.Caller;
import vn.digitaltrust.door.Cursor;
import vn.digitaltrust.door.Page;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.journal.AccessLog;
import vn.digitaltrust.journal.Moment;
import vn.digitaltrust.registry.subject.Subjects;
import vn.digitaltrust.vocabulary.Roles;

/** Shows records to whom they concern, and answers services; each reading is logged (REP-7). */
@ApplicationScoped
@Transactional
class RepresentationReader {
  private final RepresentationRepository repository;
  private final Parties parties;
  private final Subjects subjects;
  private final AccessLog accessLog;
  private final Caller caller;
  private final Clock clock;

  RepresentationReader(
      RepresentationRepository repository,
      Parties parties,
      Subjects subjects,
      AccessLog accessLog,
      Caller caller,
      Clock clock) {
    this.repository = repository;
    this.parties = parties;
    this.subjects = subjects;
    this.accessLog = accessLog;
    this.caller = caller;
    this.clock = clock;
  }

  RepresentationView read(UUID id) {
    var it = repository.require(id);
    if (!parties.mayRead(it)) {
      throw Refusal.notFound("representation", id);
    }
    return view(it);
  }

  /** Registrars and auditors list all; everybody else lists those in which they have a part. */
  Page<RepresentationView> list(UUID subject, String token, int asked) {
    var limit = Page.limit(asked);
    var office = caller.isAny(Roles.REGISTRAR, Roles.AUDITOR);
    var cursor = Cursor.of("representations", subject, office ? "all" : caller.id());
    var after = cursor.read(token);
    var rows =
        repository.page(
            office ? null : subjects.callers(),
            subject == null ? null : subjects.person(subject),
            after == null ? null : UUID.fromString(after),
            limit + 1);
    return Page.of(rows, limit, it -> it.id().toString(), cursor).map(this::view);
  }

  /** REP-5, REP-8: whether one speaks for another now. */
  SpeakingView ask(UUID represented, UUID representative, Purpose purpose, String caseWord) {
    var now = Moment.of(clock);
    var ofAgeAt = subjects.ofAgeAt(represented);
    var records = repository.forPerson(subjects.person(represented));
    var own = subjects.person(representative);
    accessLog.read("representation", represented);
    var best =
        records.stream()
            .filter(it -> own.contains(it.representative()))
            .map(it -> Map.entry(it.mandate(ofAgeAt).standing(purpose, caseWord, now), it))
            .min(Comparator.comparing(Map.Entry::getKey));
    if (best.isEmpty()) {
      return new SpeakingView(
          represented, representative, purpose, Standing.NONE, null, null, null, List.of());
    }
    var standing = best.get().getKey();
    var it = best.get().getValue();
    var guardians =
        standing != Standing.SPEAKS || it.kind() != RepresentationKind.GUARDIAN
            ? List.<UUID>of()
            : records.stream()
                .filter(other -> other.kind() == RepresentationKind.GUARDIAN)
                .filter(other -> !own.contains(other.representative()))
                .filter(
                    other ->
                        other.mandate(ofAgeAt).standing(purpose, caseWord, now) == Standing.SPEAKS)
                .map(Representation::representative)
                .toList();
    return new SpeakingView(
        represented,
        it.representative(),
        purpose,
        standing,
        it.id(),
        it.kind(),
        it.endsAt(),
        guardians);
  }

  private RepresentationView view(Representation it) {
    accessLog.read("representation", it.represented());
    return new RepresentationView(RepresentationState.of(it), it.version());
  }
}
