package vn.digitaltrust.registry.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.digitaltrust.door.Cursor;
import vn.digitaltrust.door.Etag;
import vn.digitaltrust.door.Ids;
import vn.digitaltrust.door.Page;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.journal.Change;
import vn.digitaltrust.journal.Journal;
import vn.digitaltrust.journal.Moment;
import vn.digitaltrust.registry.subject.SubjectErased;
import vn.digitaltrust.registry.subject.Subjects;
import vn.digitaltrust.vocabulary.account.Platform;

/** What is done to runs of platforms, and how they are read. */
@ApplicationScoped
class PlatformRuns {
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

  private final PlatformRunRepository runs;
  private final Subjects subjects;
  private final Journal journal;
  private final Clock clock;

  PlatformRuns(PlatformRunRepository runs, Subjects subjects, Journal journal, Clock clock) {
    this.runs = runs;
    this.subjects = subjects;
    this.journal = journal;
    this.clock = clock;
  }

  @Transactional
  UUID open(UUID organisation, PlatformRunRequest request) {
    var host = host(request);
    if (!subjects.holdRunningPlatforms(organisation)) {
      throw Refusal.rule("PLT-1", "platform.runs-none");
    }
    var now = Moment.of(clock);
    var from = request.startsAt() == null ? now : Moment.exact(request.startsAt());
    if (from.isAfter(now) || from.isBefore(EARLIEST)) {
      throw Refusal.rule("PLT-4", "platform.start");
    }
    runs.since(subjects.sameAs(organisation), request.platform(), host, from)
        .ifPresent(
            there -> {
              throw there.endsAt() == null
                  ? Refusal.conflict("platform", "platform.runs-already", request.platform())
                  : Refusal.conflict(
                      "startsAt", "platform.ran-until", request.platform(), there.endsAt());
            });
    var run = new PlatformRun(Ids.next(now), organisation, request.platform(), host, from);
    runs.persist(run);
    tell(run, "platform-run.opened");
    runs.flush();
    return run.id();
  }

  /** PLT-5. */
  private static String host(PlatformRunRequest request) {
    if (request.platform() != Platform.OTHER) {
      if (request.host() != null) {
        throw Refusal.invalid("host", "platform.host-of-other");
      }
      return PlatformRun.NO_HOST;
    }
    if (request.host() == null || !Platform.listedHosts().contains(request.host())) {
      throw Refusal.invalid(
          "host", "platform.host-listed", String.join(", ", Platform.listedHosts()));
    }
    return request.host();
  }

  @Transactional
  UUID close(UUID id, String ifMatch, PlatformRunClosure request) {
    subjects.lock(runs.require(id).organisation());
    var run = runs.lock(id);
    Etag.require(ifMatch, run.version());
    var now = Moment.of(clock);
    run.close(request.endsAt() == null ? now : Moment.exact(request.endsAt()), now);
    runs.flush();
    tell(run, "platform-run.closed");
    return id;
  }

  @Transactional
  Answer read(UUID id) {
    var run = runs.require(id);
    return new Answer(PlatformRunState.of(run), run.version());
  }

  /** Of an organisation, whichever of the merged ones a run was entered for. */
  @Transactional
  Page<PlatformRunState> of(UUID organisation, String token, int asked) {
    subjects.require(organisation);
    var limit = Page.limit(asked);
    var cursor = Cursor.of("platforms-of-organisation", organisation);
    var after = cursor.read(token);
    List<PlatformRun> rows =
        runs.ofOrganisations(
            subjects.sameAs(organisation),
            after == null ? null : UUID.fromString(after),
            limit + 1);
    return Page.of(rows, limit, run -> run.id().toString(), cursor).map(PlatformRunState::of);
  }

  /** PLT-6, in the transaction of the erasure. */
  void erase(@Observes SubjectErased erased) {
    for (var run : runs.open(erased.subject())) {
      run.closeWithOrganisation(erased.at());
      runs.flush();
      tell(run, "platform-run.closed");
    }
  }

  private void tell(PlatformRun run, String type) {
    journal.append(
        Change.of(
            type,
            run.organisation(),
            "platform-run",
            run.id(),
            run.version(),
            PlatformRunState.of(run)));
  }

  /** A run and its version. */
  record Answer(PlatformRunState state, long version) {}
}
