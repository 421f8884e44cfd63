package vn.digitaltrust.sanctions.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.digitaltrust.journal.AccessLog;
import vn.digitaltrust.sanctions.access.Access;
import vn.digitaltrust.sanctions.door.Caller;
import vn.digitaltrust.sanctions.door.Cursor;
import vn.digitaltrust.sanctions.door.Page;
import vn.digitaltrust.sanctions.door.Refusal;
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
  private final Caller caller;
  private final AccessLog accessLog;

  CaseReader(
      CaseRepository repository,
      CaseFiles files,
      Subjects subjects,
      Access access,
      Caller caller,
      AccessLog accessLog) {
    this.repository = repository;
    this.files = files;
    this.subjects = subjects;
    this.access = access;
    this.caller = caller;
    this.accessLog = accessLog;
  }

  CaseView read(UUID id) {
    boolean staff = access.staff();
    CaseFile file =
        repository
            .findByIdOptional(id)
            .filter(it -> staff || (it.knownToSubject() && access.speaksFor(it.subject)))
            .orElseThrow(() -> Refusal.notFound("case", id));
    accessLog.read("case", file.subject);
    return files.view(file, staff);
  }

  /** All cases for staff; for a party the cases about itself that it knows of. */
  Page<CaseView> list(UUID subject, CaseStatus status, String cursor, int limit) {
    boolean staff = access.staff();
    Cursor place = Cursor.of("cases", subject, status, staff ? "all" : access.person());
    String after = place.read(cursor);
    UUID from = after == null ? FIRST : UUID.fromString(after);
    int rows = Page.limit(limit) + 1;
    Optional<Set<UUID>> about = about(subject, staff);
    List<CaseFile> found =
        about
            .map(ids -> repository.about(ids, status, from, rows))
            .orElseGet(() -> repository.all(status, from, rows));
    String next = found.size() > limit ? place.after(found.get(limit - 1).id.toString()) : null;
    List<CaseFile> page =
        found.stream().limit(limit).filter(it -> staff || it.knownToSubject()).toList();
    page.forEach(file -> accessLog.read("case", file.subject));
    return new Page<>(page.stream().map(file -> files.view(file, staff)).toList(), next);
  }

  private Optional<Set<UUID>> about(UUID subject, boolean staff) {
    if (staff) {
      return Optional.ofNullable(subject).map(subjects::sameAs);
    }
    Set<UUID> own =
        Stream.concat(caller.subjectId().stream(), caller.memberId().stream())
            .flatMap(id -> subjects.sameAs(id).stream())
            .filter(id -> subject == null || subjects.same(id, subject))
            .collect(Collectors.toUnmodifiableSet());
    return Optional.of(own);
  }
}
