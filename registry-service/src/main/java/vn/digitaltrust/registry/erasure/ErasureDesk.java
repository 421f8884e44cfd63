package vn.digitaltrust.registry.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.digitaltrust.door.Caller;
import vn.digitaltrust.door.Etag;
import vn.digitaltrust.door.Ids;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.door.TwoPeople;
import vn.digitaltrust.journal.Change;
import vn.digitaltrust.journal.Journal;
import vn.digitaltrust.journal.Moment;
import vn.digitaltrust.registry.subject.ErasedSubjects;
import vn.digitaltrust.registry.subject.Holders;
import vn.digitaltrust.registry.subject.ReasonRequest;
import vn.digitaltrust.registry.subject.SubjectErased;
import vn.digitaltrust.registry.subject.Subjects;
import vn.digitaltrust.vocabulary.VietnamTime;

/** What registrars do about an erasure, in one transaction each. */
@ApplicationScoped
class ErasureDesk {
  private final ErasureRepository repository;
  private final ErasedSubjects erased;
  private final Subjects subjects;
  private final Holders holders;
  private final Journal journal;
  private final Caller caller;
  private final Clock clock;

  ErasureDesk(
      ErasureRepository repository,
      ErasedSubjects erased,
      Subjects subjects,
      Holders holders,
      Journal journal,
      Caller caller,
      Clock clock) {
    this.repository = repository;
    this.erased = erased;
    this.subjects = subjects;
    this.holders = holders;
    this.journal = journal;
    this.caller = caller;
    this.clock = clock;
  }

  /** REG-80: one registrar asks. */
  @Transactional
  UUID request(ErasureRequestBody request) {
    var now = Moment.of(clock);
    var asked =
        new ErasureRequest(
            Ids.next(now),
            request.subject(),
            TwoPeople.request(caller.id(), request.reason(), now));
    erased.ask(asked.subject(), asked.id());
    repository.persist(asked);
    holders
        .names()
        .forEach(holder -> repository.persist(new HolderAnswer(Ids.next(now), asked.id(), holder)));
    tell(asked, "erasure.requested");
    return asked.id();
  }

  /** REG-80, REG-81: another one carries it out. */
  @Transactional
  UUID approve(UUID id, String ifMatch, ReasonRequest request) {
    var asked = lock(id, ifMatch);
    asked.people().requireAnother(caller.id());
    var now = Moment.of(clock);
    requireClear(asked, now);
    asked.people().approve(caller.id(), request.reason(), now);
    repository.flush();
    erased.erase(asked.subject(), asked.people().requestReason(), now);
    tell(asked, "erasure.approved");
    return id;
  }

  /** REG-80: another one refuses. */
  @Transactional
  UUID refuse(UUID id, String ifMatch, ReasonRequest request) {
    var asked = lock(id, ifMatch);
    asked.people().refuse(caller.id(), request.reason(), Moment.of(clock));
    return end(asked, "erasure.refused");
  }

  /** DOOR-20: who asked takes it back. */
  @Transactional
  UUID takeBack(UUID id, String ifMatch, ReasonRequest request) {
    var asked = lock(id, ifMatch);
    asked.people().takeBack(caller.id(), request.reason(), Moment.of(clock));
    return end(asked, "erasure.takenBack");
  }

  private UUID end(ErasureRequest asked, String type) {
    erased.keep(asked.subject());
    tell(asked, type);
    return asked.id();
  }

  /** What was asked for before goes with the person. */
  void eraseTexts(@Observes SubjectErased event) {
    repository.eraseTexts(event.subject());
  }

  /** The same order for everybody: the subject, the request. */
  private ErasureRequest lock(UUID id, String ifMatch) {
    subjects.lock(repository.subjectOf(id));
    var asked = repository.lock(id);
    Etag.require(ifMatch, asked.version());
    return asked;
  }

  /** Every configured holder has to have cleared it, whoever was configured when it was asked. */
  private void requireClear(ErasureRequest asked, Instant now) {
    var ids = List.of(asked.id());
    var given = repository.answers(ids).getOrDefault(asked.id(), List.of());
    var told = repository.told(ids).getOrDefault(asked.id(), Long.MAX_VALUE);
    var today = VietnamTime.dayOf(now);
    requireAllConfigured(given);
    for (var holder : holders.names()) {
      var answer = given.stream().filter(it -> it.holder().equals(holder)).findFirst().orElse(null);
      if (answer == null
          || !AnswerRules.counts(
              answer.answer(), answer.heldUntil(), answer.position(), told, today)) {
        throw Refusal.rule("REG-81", "erasure.unanswered", holder);
      }
      if (answer.answer() == Answer.HELD) {
        throw Refusal.rule(
            "REG-81", "erasure.held", holder, answer.code(), answer.heldUntil().toString());
      }
    }
  }

  /**
   * REG-96: what a holder that was taken out of the settings has left open, it can clear no more.
   */
  private void requireAllConfigured(List<HolderAnswer> given) {
    given.stream()
        .filter(answer -> answer.answer() != Answer.CLEAR)
        .map(HolderAnswer::holder)
        .filter(holder -> !holders.names().contains(holder))
        .findFirst()
        .ifPresent(
            holder -> {
              throw Refusal.rule("REG-96", "erasure.holder-gone", holder);
            });
  }

  private void tell(ErasureRequest asked, String type) {
    repository.flush();
    journal.append(
        Change.of(
                type,
                asked.subject(),
                "erasure-request",
                asked.id(),
                asked.version(),
                ErasureState.of(asked))
            .internal());
  }
}
