package vn.digitaltrust.sanctions.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.digitaltrust.door.Cursor;
import vn.digitaltrust.door.Page;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.journal.AccessLog;
import vn.digitaltrust.sanctions.access.Access;
import vn.digitaltrust.sanctions.registry.Subjects;

/** Reads cases under the caller's rights; each reading is logged. */
@ApplicationScoped
@Transactional
class CaseReader {
  private static final UUID FIRST = new UUID(0, 0);

  private final CaseRepository repository;
  private final CaseFiles files;
  private final Subjects subjects;
  private final Access access;
  private final AccessLog accessLog;

  CaseReader(
      CaseRepository repository,
      CaseFiles files,
      Subjects subjects,
      Access access,
      AccessLog accessLog) {
    this.repository = repository;
    this.files = files;
    this.subjects = subjects;
    this.access = access;
    this.accessLog = accessLog;
  }

  CaseView read(UUID id) {
    CaseFile file = repository.findByIdOptional(id).orElseThrow(() -> Refusal.notFound("case", id));
    boolean staff = access.staffOn(file.subject);
    if (!staff && !(file.knownToSubject() && access.speaksFor(file.subject))) {
      throw Refusal.notFound("case", id);
    }
    accessLog.read("case", file.subject);
    return files.view(file, staff);
  }

  /** All cases for staff; of the cases about itself everybody those that it was told of. */
  Page<CaseView> list(UUID subject, CaseStatus status, String cursor, int limit) {
    boolean staff = access.staff();
    Cursor place = Cursor.of("cases", subject, status, staff ? "all" : access.person());
    String after = place.read(cursor);
    Set<UUID> own = access.own();
    var filter =
        new CaseRepository.Filter(
            staff, own, subject == null ? null : subjects.sameAs(subject), status);
    List<CaseFile> found =
        repository.page(
            filter, after == null ? FIRST : UUID.fromString(after), Page.limit(limit) + 1);
    String next = found.size() > limit ? place.after(found.get(limit - 1).id.toString()) : null;
    List<CaseFile> page = found.stream().limit(limit).toList();
    page.forEach(file -> accessLog.read("case", file.subject));
    return new Page<>(files.views(page, file -> staff && !own.contains(file.subject)), next);
  }
}
