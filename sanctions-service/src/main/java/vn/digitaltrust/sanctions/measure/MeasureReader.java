package vn.digitaltrust.sanctions.measure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.digitaltrust.door.Cursor;
import vn.digitaltrust.door.Page;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.journal.AccessLog;
import vn.digitaltrust.sanctions.access.Access;
import vn.digitaltrust.sanctions.ground.Grounds;
import vn.digitaltrust.sanctions.registry.ShownName;
import vn.digitaltrust.sanctions.registry.Subjects;
import vn.digitaltrust.vocabulary.Roles;
import vn.digitaltrust.vocabulary.VietnamTime;

/** Reads measures: always from the versions that were told, whatever the time asked for. */
@ApplicationScoped
@Transactional
class MeasureReader {
  private static final UUID FIRST = new UUID(0, 0);

  private final MeasureRepository repository;
  private final Subjects subjects;
  private final Access access;
  private final Grounds grounds;
  private final AccessLog accessLog;
  private final Clock clock;

  MeasureReader(
      MeasureRepository repository,
      Subjects subjects,
      Access access,
      Grounds grounds,
      AccessLog accessLog,
      Clock clock) {
    this.repository = repository;
    this.subjects = subjects;
    this.access = access;
    this.grounds = grounds;
    this.accessLog = accessLog;
    this.clock = clock;
  }

  /**
   * SAN-53: for its subject and for those who work with it with what is not public.
   *
   * @throws Refusal 404 when it is no longer public and the caller is not shown what has ended
   *     (SAN-130)
   */
  MeasureView read(UUID id) {
    MeasureVersion latest =
        repository.latest(id).orElseThrow(() -> Refusal.notFound("measure", id));
    Measure measure = repository.findById(id);
    Instant now = VietnamTime.now(clock);
    if (!measure.isPublic(now)
        && !access.seesEnded(
            measure.subject, measure.authority, measure.endState == MeasureEnd.State.ANNULLED)) {
      throw Refusal.notFound("measure", id);
    }
    MeasureView view = MeasureView.of(latest, access.name(latest.subject), now);
    boolean staff = access.staffOn(latest.subject) || access.actsFor(latest.state.authority());
    if (!staff && !access.speaksFor(latest.subject)) {
      return view;
    }
    accessLog.read("measure", latest.subject);
    return view.with(MeasureFile.of(measure, staff));
  }

  /** SAN-50: earlier versions are for those who work with the measure, and for its subject. */
  Page<MeasureView> versions(UUID id, String cursor, int limit) {
    MeasureVersion latest =
        repository.latest(id).orElseThrow(() -> Refusal.notFound("measure", id));
    boolean ofAuthority = access.actsFor(latest.state.authority());
    if (!access.staff() && !ofAuthority && !access.speaksFor(latest.subject)) {
      throw Refusal.notFound("measure", id);
    }
    Cursor place = Cursor.of("versions", id);
    String after = place.read(cursor);
    Instant now = VietnamTime.now(clock);
    ShownName name = access.name(latest.subject);
    List<MeasureView> rows =
        repository
            .versions(id, after == null ? -1 : Long.parseLong(after), Page.limit(limit) + 1)
            .stream()
            .map(version -> MeasureView.of(version, name, now))
            .toList();
    return Page.of(rows, limit, view -> Long.toString(view.version()), place);
  }

  /**
   * SAN-47: the measures of a subject as they stood at one instant, by what was known at another.
   * SAN-50: an annulled measure is no longer among them. SAN-131: for those who only ask whom they
   * may engage, only what is public when they ask is among them, whatever time they ask for.
   */
  Page<MeasureView> ofSubject(
      UUID subject, Instant asked, Instant known, MeasureFilter filter, String cursor, int limit) {
    Instant now = VietnamTime.now(clock);
    Instant at = asked == null ? now : asked;
    Instant knownAt = known == null ? now : known;
    Cursor place = Cursor.of("measures", subject, asked, known, filter);
    grounds.filter(filter.ground());
    String after = place.read(cursor);
    Set<UUID> ids = subjects.sameAs(subject);
    boolean history = seesHistory(subject);
    UUID from = after == null ? FIRST : UUID.fromString(after);
    int wanted = Page.limit(limit) + 1;
    List<MeasureVersion> shown = new ArrayList<>();
    List<MeasureVersion> chunk;
    do {
      chunk = repository.knownAt(ids, knownAt, from, wanted);
      shown(chunk, at, history, now).stream()
          .filter(version -> filter.fits(version.state))
          .forEach(shown::add);
      from = chunk.isEmpty() ? from : chunk.get(chunk.size() - 1).key.measure();
    } while (chunk.size() == wanted && shown.size() < wanted);
    return page(shown.stream().limit(wanted).toList(), at, limit, place);
  }

  /** SAN-164: the measures of all subjects as they stand, for the staff. */
  Page<MeasureView> all(UUID subject, String name, MeasureFilter filter, String cursor, int limit) {
    Cursor place = Cursor.of("all-measures", subject, name, filter);
    String after = place.read(cursor);
    grounds.filter(filter.ground());
    List<MeasureVersion> found =
        repository.page(
            filter,
            subject == null ? null : subjects.sameAs(subject),
            access.named(name),
            access.own(),
            after == null ? FIRST : UUID.fromString(after),
            Page.limit(limit) + 1);
    Instant at = filter.inForceAt() == null ? VietnamTime.now(clock) : filter.inForceAt();
    return page(found, at, limit, place);
  }

  private Page<MeasureView> page(List<MeasureVersion> found, Instant at, int limit, Cursor place) {
    Page<MeasureVersion> page =
        Page.of(found, limit, version -> version.key.measure().toString(), place);
    Map<UUID, ShownName> names =
        access.names(page.items().stream().map(version -> version.subject).toList());
    return page.map(version -> MeasureView.of(version, names.get(version.subject), at));
  }

  private List<MeasureVersion> shown(
      List<MeasureVersion> chunk, Instant at, boolean history, Instant now) {
    List<UUID> ids = chunk.stream().map(version -> version.key.measure()).toList();
    Set<UUID> annulled = access.staff() ? Set.of() : repository.annulled(ids);
    Set<UUID> stillPublic =
        history ? Set.of() : repository.publicAt(at.isAfter(now) ? at : now, ids);
    return chunk.stream()
        .filter(version -> !annulled.contains(version.key.measure()))
        .filter(version -> version.state.timeline().at(at) != MeasureStatus.ANNULLED)
        .filter(version -> history || stillPublic.contains(version.key.measure()))
        .toList();
  }

  private boolean seesHistory(UUID subject) {
    return access.staff() || access.is(Roles.AUTHORITY) || access.speaksFor(subject);
  }
}
