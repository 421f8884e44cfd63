package vn.digitaltrust.sanctions.measure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.digitaltrust.sanctions.access.Access;
import vn.digitaltrust.sanctions.access.Roles;
import vn.digitaltrust.sanctions.calendar.VietnamTime;
import vn.digitaltrust.sanctions.door.Cursor;
import vn.digitaltrust.sanctions.door.Page;
import vn.digitaltrust.sanctions.door.Refusal;
import vn.digitaltrust.sanctions.registry.Subjects;

/** Reads measures: always from the versions that were told, whatever the time asked for. */
@ApplicationScoped
@Transactional
class MeasureReader {
  private static final UUID FIRST = new UUID(0, 0);

  private final MeasureRepository repository;
  private final Subjects subjects;
  private final Access access;
  private final Clock clock;

  MeasureReader(MeasureRepository repository, Subjects subjects, Access access, Clock clock) {
    this.repository = repository;
    this.subjects = subjects;
    this.access = access;
    this.clock = clock;
  }

  MeasureView read(UUID id) {
    return MeasureView.of(
        repository.latest(id).orElseThrow(() -> Refusal.notFound("measure", id)),
        VietnamTime.now(clock));
  }

  /** SAN-50: earlier versions are for those who work with them, and for the subject itself. */
  Page<MeasureView> versions(UUID id, String cursor, int limit) {
    MeasureVersion latest =
        repository.latest(id).orElseThrow(() -> Refusal.notFound("measure", id));
    if (!seesHistory(latest.subject)) {
      throw Refusal.notFound("measure", id);
    }
    Cursor place = Cursor.of("versions", id);
    String after = place.read(cursor);
    Instant now = VietnamTime.now(clock);
    List<MeasureView> rows =
        repository
            .versions(id, after == null ? -1 : Long.parseLong(after), Page.limit(limit) + 1)
            .stream()
            .map(version -> MeasureView.of(version, now))
            .toList();
    return Page.of(rows, limit, view -> Long.toString(view.version()), place);
  }

  /**
   * SAN-47: the measures of a subject as they stood at one instant, by what was known at another.
   * SAN-50: an annulled measure is no longer among them, nor, for those who only ask whom they may
   * engage, one that has ended.
   */
  Page<MeasureView> ofSubject(
      UUID subject, Instant asked, Instant known, String cursor, int limit) {
    Instant now = VietnamTime.now(clock);
    Instant at = asked == null ? now : asked;
    Instant knownAt = known == null ? now : known;
    Cursor place = Cursor.of("measures", subject, asked, known);
    String after = place.read(cursor);
    Set<UUID> ids = subjects.sameAs(subject);
    boolean history = seesHistory(subject);
    UUID from = after == null ? FIRST : UUID.fromString(after);
    List<MeasureVersion> rows = repository.knownAt(ids, knownAt, from, Page.limit(limit) + 1);
    String next =
        rows.size() > limit ? place.after(rows.get(limit - 1).key.measure().toString()) : null;
    List<MeasureView> items =
        rows.stream()
            .limit(limit)
            .filter(version -> shown(version, at, history))
            .map(version -> MeasureView.of(version, at))
            .toList();
    return new Page<>(items, next);
  }

  private boolean shown(MeasureVersion version, Instant at, boolean history) {
    MeasureStatus status = version.state.timeline().at(at);
    if (history) {
      return status != MeasureStatus.ANNULLED;
    }
    return !status.ended()
        && repository.latest(version.key.measure()).orElseThrow().state.timeline().at(at)
            != MeasureStatus.ANNULLED;
  }

  private boolean seesHistory(UUID subject) {
    return access.staff() || access.is(Roles.AUTHORITY) || access.speaksFor(subject);
  }
}
