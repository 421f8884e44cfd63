package vn.digitaltrust.sanctions.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /** SAN-18: a page of long cases ends early, so that it fits in memory. */
  private static final long CHARACTERS_OF_A_PAGE = 2_000_000;

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
    if (!staff) {
      if (!file.knownToSubject()) {
        throw Refusal.notFound("case", id);
      }
      access.requireAnswersFor(file.subject, "case", id);
    }
    accessLog.read("case", file.subject);
    return files.view(file, access);
  }

  /** The subject of a case that it knows of. */
  Optional<UUID> toldSubject(UUID id) {
    return repository
        .findByIdOptional(id)
        .filter(CaseFile::knownToSubject)
        .map(file -> file.subject);
  }

  /** All cases for staff; of the cases about itself everybody those that it was told of. */
  Page<CaseView> list(
      UUID subject, CaseStatus status, String name, Instant dueBefore, String cursor, int limit) {
    boolean staff = access.staff();
    Cursor place =
        Cursor.of("cases", subject, status, name, dueBefore, staff ? "all" : access.person());
    String after = place.read(cursor);
    Set<UUID> own = access.own();
    var filter =
        new CaseRepository.Filter(
            staff,
            own,
            subject == null ? null : subjects.sameAs(subject),
            status,
            access.named(name),
            dueBefore);
    List<CaseFile> found =
        repository.page(
            filter, after == null ? FIRST : UUID.fromString(after), Page.limit(limit) + 1);
    List<CaseFile> page = found.subList(0, fitting(found, limit));
    String next =
        found.size() > page.size() ? place.after(page.get(page.size() - 1).id.toString()) : null;
    page.forEach(file -> accessLog.read("case", file.subject));
    return new Page<>(
        files.views(page, access, file -> staff && !own.contains(file.subject)), next);
  }

  /** How many of these cases make a page: as many as asked for, if their texts are not too long. */
  private int fitting(List<CaseFile> found, int limit) {
    Map<UUID, Long> characters =
        repository.characters(found.stream().map(file -> file.id).toList());
    int fit = 0;
    long together = 0;
    for (CaseFile file : found) {
      together += characters.getOrDefault(file.id, 0L);
      if (fit == limit || fit > 0 && together > CHARACTERS_OF_A_PAGE) {
        break;
      }
      fit++;
    }
    return fit;
  }
}
