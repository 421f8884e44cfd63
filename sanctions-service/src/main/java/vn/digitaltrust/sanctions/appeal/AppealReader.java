package vn.digitaltrust.sanctions.appeal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.digitaltrust.door.Cursor;
import vn.digitaltrust.door.Page;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.journal.AccessLog;
import vn.digitaltrust.sanctions.access.Access;
import vn.digitaltrust.sanctions.registry.ShownName;
import vn.digitaltrust.sanctions.registry.Subjects;

/** Reads appeals under the caller's rights; each reading is logged. */
@ApplicationScoped
@Transactional
class AppealReader {
  private static final UUID FIRST = new UUID(0, 0);

  private final AppealRepository repository;
  private final Subjects subjects;
  private final Access access;
  private final AccessLog accessLog;

  AppealReader(AppealRepository repository, Subjects subjects, Access access, AccessLog accessLog) {
    this.repository = repository;
    this.subjects = subjects;
    this.access = access;
    this.accessLog = accessLog;
  }

  AppealView read(UUID id) {
    Appeal appeal =
        repository.findByIdOptional(id).orElseThrow(() -> Refusal.notFound("appeal", id));
    boolean staff = access.staffOn(appeal.subject);
    if (!staff) {
      access.requireAnswersFor(appeal.subject, "appeal", id);
    }
    accessLog.read("appeal", appeal.subject);
    return AppealView.of(appeal, access.name(appeal.subject), staff);
  }

  /** The case that an appeal is about, if there is such an appeal. */
  Optional<UUID> caseOf(UUID id) {
    return repository.findByIdOptional(id).map(appeal -> appeal.caseId);
  }

  /** SAN-163: all appeals for staff, and everybody's own. */
  Page<AppealView> list(
      UUID subject,
      AppealStatus status,
      String name,
      Instant lodgedBefore,
      String cursor,
      int limit) {
    boolean staff = access.staff();
    Cursor place =
        Cursor.of("appeals", subject, status, name, lodgedBefore, staff ? "all" : access.person());
    String after = place.read(cursor);
    Set<UUID> own = access.own();
    var filter =
        new AppealRepository.Filter(
            staff,
            own,
            subject == null ? null : subjects.sameAs(subject),
            status,
            access.named(name),
            lodgedBefore);
    Page<Appeal> page =
        Page.of(
            repository.page(
                filter, after == null ? FIRST : UUID.fromString(after), Page.limit(limit) + 1),
            limit,
            appeal -> appeal.id.toString(),
            place);
    page.items().forEach(appeal -> accessLog.read("appeal", appeal.subject));
    Map<UUID, ShownName> names =
        access.names(page.items().stream().map(appeal -> appeal.subject).toList());
    return page.map(
        appeal ->
            AppealView.of(
                appeal, names.get(appeal.subject), staff && !own.contains(appeal.subject)));
  }
}
