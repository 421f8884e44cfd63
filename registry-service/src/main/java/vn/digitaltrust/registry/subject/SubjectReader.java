package vn.digitaltrust.registry.subject;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.digitaltrust.door.Caller;
import vn.digitaltrust.door.Cursor;
import vn.digitaltrust.door.Page;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.journal.AccessLog;
import vn.digitaltrust.vocabulary.RegistrationNumber;
import vn.digitaltrust.vocabulary.Roles;

/** Shows subjects to whoever asks, each what they may see; private parts leave a trace (REG-4). */
@ApplicationScoped
class SubjectReader {
  private static final Set<SubjectStatus> REGISTERED =
      EnumSet.of(SubjectStatus.REGISTERED, SubjectStatus.INACTIVE);

  private final SubjectRepository subjects;
  private final AccessLog accessLog;
  private final Caller caller;
  private final Holders holders;

  SubjectReader(SubjectRepository subjects, AccessLog accessLog, Caller caller, Holders holders) {
    this.subjects = subjects;
    this.accessLog = accessLog;
    this.caller = caller;
    this.holders = holders;
  }

  /** One subject of any kind. */
  SubjectView read(UUID id) {
    return view(subjects.shown(id));
  }

  /** One subject that has to be of this kind. */
  SubjectView read(SubjectKind kind, UUID id) {
    var subject = subjects.shown(id);
    requireKind(subject, kind);
    return view(subject);
  }

  SubjectView byNumber(String text) {
    var number = Refusal.reading("number", () -> RegistrationNumber.require(text));
    return view(
        subjects
            .shownByNumber(number)
            .orElseThrow(() -> Refusal.notFound("registration number", number)));
  }

  /** A page in the order of entry. Only registrars list those that are not registered. */
  @Transactional
  Page<SubjectView> list(SubjectKind kind, SubjectStatus status, String token, int asked) {
    var limit = Page.limit(asked);
    var cursor = Cursor.of("subjects", kind, status, seesFiles(), seesAsked());
    var after = cursor.read(token);
    var statuses = status == null ? defaultStatuses() : Set.of(status);
    if (!seesFiles() && !REGISTERED.containsAll(statuses)) {
      throw Refusal.forbidden("subject.list-unregistered");
    }
    var page =
        subjects.page(
            kind, statuses, seesAsked(), after == null ? null : UUID.fromString(after), limit + 1);
    var canonical = subjects.canonical(page);
    var rows = page.stream().map(subject -> brief(subject, canonical)).toList();
    return Page.of(rows, limit, row -> row.state().id().toString(), cursor);
  }

  /** 404 for the subject of another kind, as if it were not there. */
  static void requireKind(Subject subject, SubjectKind kind) {
    if (subject.kind() != kind) {
      throw Refusal.notFound(kind == SubjectKind.KOL ? "KOL" : "organisation", subject.id());
    }
  }

  /** Candidates are shown without their files: a search is no reason to open one. */
  SubjectView brief(Subject subject) {
    return brief(subject, subjects.canonical(List.of(subject)));
  }

  private static SubjectView brief(Subject subject, Map<UUID, UUID> canonical) {
    var id = subject.id();
    return new SubjectView(
        SubjectState.of(subject), canonical.getOrDefault(id, id), subject.version(), null, null);
  }

  private SubjectView view(Subject subject) {
    SubjectFile file = null;
    if (subject.status() != SubjectStatus.ERASED
        && (seesFiles() || caller.speaksFor(subject.id()))) {
      file = SubjectFile.of(subject);
      accessLog.read("subject-file", subject.id());
    }
    var canonical = subjects.canonicalOf(subject);
    return new SubjectView(
        SubjectState.of(subject),
        canonical.id(),
        subject.version(),
        file,
        seesFiles() || holders.calling().isPresent() ? canonical.erasureRequest() : null);
  }

  /** REG-84: whether the caller is shown, in lists and by name, whose erasure is asked for. */
  boolean seesAsked() {
    return seesFiles()
        || caller.isAny(
            Roles.CASE_OFFICER,
            Roles.AUTHORITY,
            Roles.DECISION_MAKER,
            Roles.APPEAL_PANEL,
            Roles.ASSESSOR,
            Roles.ALLIANCE_ADMIN,
            Roles.SERVICE);
  }

  /** Whether the caller sees private parts of everybody. */
  boolean seesFiles() {
    return caller.isAny(Roles.REGISTRAR, Roles.AUDITOR);
  }

  /** Among whom the caller may search by name. */
  Set<SubjectStatus> findable() {
    if (seesFiles() || caller.isAny(Roles.CASE_OFFICER, Roles.AUTHORITY, Roles.DECISION_MAKER)) {
      return EnumSet.complementOf(EnumSet.of(SubjectStatus.MERGED, SubjectStatus.ERASED));
    }
    return EnumSet.of(SubjectStatus.REGISTERED);
  }

  /** Notes that the caller was shown a private name. */
  void shown(Subject subject) {
    if (!subject.namesArePublic()) {
      accessLog.read("subject-name", subject.id());
    }
  }

  private Set<SubjectStatus> defaultStatuses() {
    return seesFiles() ? EnumSet.allOf(SubjectStatus.class) : REGISTERED;
  }

  /** All of these subjects. */
  List<Subject> load(List<UUID> ids) {
    return subjects.list("id in ?1", ids);
  }
}
