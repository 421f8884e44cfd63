package vn.digitaltrust.registry.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.digitaltrust.door.Etag;
import vn.digitaltrust.door.Ids;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.journal.Change;
import vn.digitaltrust.journal.Journal;
import vn.digitaltrust.journal.Moment;
import vn.digitaltrust.registry.subject.Holders;
import vn.digitaltrust.vocabulary.VietnamTime;

/** REG-82: what a holder reads and says, each only for itself. */
@ApplicationScoped
class AnswerDesk {
  private final ErasureRepository repository;
  private final Holders holders;
  private final Journal journal;
  private final Clock clock;

  AnswerDesk(ErasureRepository repository, Holders holders, Journal journal, Clock clock) {
    this.repository = repository;
    this.holders = holders;
    this.journal = journal;
    this.clock = clock;
  }

  @Transactional
  AnswerView read(UUID request) {
    var holder = holder();
    var asked = repository.require(request);
    return view(asked, find(asked, holder));
  }

  @Transactional
  UUID answer(UUID request, String ifMatch, AnswerRequest given) {
    var holder = holder();
    var asked = repository.lock(request);
    if (!asked.people().isOpen()) {
      throw Refusal.state("two-people.over", asked.people().status());
    }
    var answer = find(asked, holder);
    // The empty one is version 0, so the first answer is 1: who read nothing replaces no answer.
    repository.persist(answer);
    repository.flush();
    Etag.require(ifMatch, answer.version());
    var now = Moment.of(clock);
    check(asked, given, VietnamTime.dayOf(now));
    answer.take(given, now);
    repository.flush();
    journal.append(
        Change.of(
                "erasure.answered",
                asked.subject(),
                "erasure-answer",
                answer.id(),
                answer.version(),
                AnswerState.of(answer))
            .internal());
    return request;
  }

  /** The holder whose client calls. */
  private String holder() {
    return holders.calling().orElseThrow(() -> Refusal.forbidden("erasure.no-holder"));
  }

  /** Its answer; an empty one for a holder that was configured after the request. */
  private HolderAnswer find(ErasureRequest asked, String holder) {
    return repository.answers(List.of(asked.id())).getOrDefault(asked.id(), List.of()).stream()
        .filter(answer -> answer.holder().equals(holder))
        .findFirst()
        .orElseGet(() -> new HolderAnswer(Ids.next(clock.instant()), asked.id(), holder));
  }

  private AnswerView view(ErasureRequest asked, HolderAnswer given) {
    return AnswerView.of(asked, given, told(asked), VietnamTime.dayOf(clock.instant()));
  }

  private long told(ErasureRequest asked) {
    return repository.told(List.of(asked.id())).getOrDefault(asked.id(), Long.MAX_VALUE);
  }

  private void check(ErasureRequest asked, AnswerRequest given, LocalDate today) {
    var held = given.answer() == Answer.HELD;
    if (held != (given.code() != null)) {
      throw Refusal.invalid("code", held ? "erasure.held-needs" : "erasure.only-held");
    }
    if (held != (given.until() != null)) {
      throw Refusal.invalid("until", held ? "erasure.held-needs" : "erasure.only-held");
    }
    if (held
        && (given.until().isBefore(today)
            || given.until().isAfter(today.plusDays(AnswerRules.LONGEST_DAYS)))) {
      throw Refusal.invalid("until", "erasure.until", AnswerRules.LONGEST_DAYS);
    }
    if (given.position() > repository.head()) {
      throw Refusal.invalid("position", "erasure.position");
    }
    if (!held && given.position() < told(asked)) {
      throw Refusal.rule("REG-81", "erasure.read-on");
    }
  }
}
