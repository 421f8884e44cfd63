package vn.digitaltrust.sanctions.access;

import jakarta.enterprise.context.RequestScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.digitaltrust.door.Caller;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.journal.AccessLog;
import vn.digitaltrust.sanctions.registry.Purpose;
import vn.digitaltrust.sanctions.registry.RegistrySpeaking;
import vn.digitaltrust.sanctions.registry.ShownName;
import vn.digitaltrust.sanctions.registry.SubjectNames;
import vn.digitaltrust.sanctions.registry.Subjects;
import vn.digitaltrust.sanctions.registry.Writing;
import vn.digitaltrust.vocabulary.Roles;

/** What the present caller may see: the one place that compares tokens with rows. */
@RequestScoped
public class Access {
  private final Caller caller;
  private final Subjects subjects;
  private final SubjectNames names;
  private final Writing writing;
  private final AccessLog accessLog;
  private final Representatives representatives;

  Access(
      Caller caller,
      Subjects subjects,
      SubjectNames names,
      Writing writing,
      AccessLog accessLog,
      Representatives representatives) {
    this.caller = caller;
    this.subjects = subjects;
    this.names = names;
    this.writing = writing;
    this.accessLog = accessLog;
    this.representatives = representatives;
  }

  /** The id of the person or machine that calls. */
  public String person() {
    return caller.id();
  }

  /** SAN-91: whether the caller works on cases, or watches over those who do. */
  public boolean staff() {
    return caller.isAny(
        Roles.CASE_OFFICER, Roles.DECISION_MAKER, Roles.APPEAL_PANEL, Roles.AUDITOR);
  }

  /** SAN-93: as {@link #staff}, but in a matter of one's own nobody is staff. */
  public boolean staffOn(UUID subject) {
    return staff() && !speaksFor(subject);
  }

  /**
   * SAN-130: whether the caller is shown what was published about a subject and no longer is.
   *
   * @param authority whose decision it was; null for one of the alliance
   * @param annulled whether it should never have been
   */
  public boolean seesEnded(UUID subject, String authority, boolean annulled) {
    return staff()
        || speaksFor(subject)
        || actsFor(authority)
        || (!annulled && is(Roles.AUTHORITY));
  }

  /**
   * SAN-111: what the caller is shown of the names of these subjects, by their ids: {@link
   * ShownName#NONE} for most callers. Each name is logged. One query for however many.
   */
  public Map<UUID, ShownName> names(Collection<UUID> shown) {
    Map<UUID, ShownName> found =
        staff()
            ? names.of(shown.stream().filter(Predicate.not(own()::contains)).toList())
            : Map.of();
    found.keySet().forEach(subject -> accessLog.read("subject-name", subject));
    return shown.stream()
        .distinct()
        .collect(
            Collectors.toMap(
                Function.identity(), subject -> found.getOrDefault(subject, ShownName.NONE)));
  }

  /** SAN-111: what the caller is shown of the name of a subject. */
  public ShownName name(UUID subject) {
    return names(List.of(subject)).get(subject);
  }

  /**
   * SAN-160: the pattern of a name that a list is asked for, or null when it is asked for none.
   *
   * @throws Refusal 403 for those who are not shown names, 400 when nobody can have such a name
   */
  public String named(String name) {
    if (name == null) {
      return null;
    }
    if (!staff()) {
      throw Refusal.forbidden("access.names-for-staff");
    }
    return ShownName.pattern(name);
  }

  /**
   * SAN-93: begins an act of office about a subject, before any row is locked. The one door for
   * officers, deciders, panel and authorities alike.
   *
   * @param subject the id that the rows carry
   * @throws Refusal 422 when the token is bound to that subject under whichever id, 409 when the
   *     subject was erased
   */
  public void actOn(UUID subject) {
    requireNotOwn(subject);
    writing.about(subject);
  }

  /** SAN-93: refuses an act of office in a matter of one's own, without beginning it. */
  public void requireNotOwn(UUID subject) {
    if (speaksFor(subject)) {
      throw Refusal.rule("SAN-93", "access.own-matter");
    }
  }

  /**
   * SAN-90: begins an act of the subject itself, before any row is locked.
   *
   * @throws Refusal 404 when the caller neither is nor represents it, 403 (SAN-141) when its record
   *     does not let it act, 409 when it was erased
   */
  public void actAs(UUID subject, String what, UUID id) {
    if (!answersFor(subject)) {
      representatives.explain(subject);
      throw Refusal.notFound(what, id);
    }
    writing.about(subject);
  }

  /**
   * SAN-140: asks the registry whether the caller speaks for a subject, unless it is the subject
   * itself or works here. To be called before the transaction.
   *
   * @throws Refusal 503 when the registry does not answer
   */
  public void askToSpeak(UUID subject, Purpose purpose, UUID caseId) {
    if (!staff() && !speaksFor(subject)) {
      representatives.ask(subject, purpose, caseId);
    }
  }

  /** SAN-140: whether the caller is this subject or, as was asked before, speaks for it. */
  public boolean answersFor(UUID subject) {
    return speaksFor(subject) || representatives.speakFor(subject);
  }

  /** SAN-141: refuses a reader who is neither, in words if there is a record. */
  public void requireAnswersFor(UUID subject, String what, UUID id) {
    if (!answersFor(subject)) {
      representatives.explain(subject);
      throw Refusal.notFound(what, id);
    }
  }

  /** SAN-140: as whose representative the caller acts, or null for the subject itself. */
  public RegistrySpeaking speaking() {
    return representatives.speaking();
  }

  /** SAN-90: every id of the subjects that the token is bound to. */
  public Set<UUID> own() {
    return Stream.concat(caller.subjectId().stream(), caller.memberId().stream())
        .flatMap(id -> subjects.sameAs(id).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** SAN-90: whether the token is bound to this subject, under whichever id after merges. */
  public boolean speaksFor(UUID subject) {
    return Stream.concat(caller.subjectId().stream(), caller.memberId().stream())
        .anyMatch(own -> subjects.same(own, subject));
  }

  /** SAN-90: whether a row with this reporter is the caller's own or its organisation's. */
  public boolean reported(String person, UUID member) {
    return person.equals(caller.id())
        || (member != null && caller.memberId().filter(member::equals).isPresent());
  }

  /** Who reports, when the caller does. */
  public Reporter reporter() {
    return new Reporter(person(), member());
  }

  /** SAN-122: whether the token is bound to this organisation, under whichever id after merges. */
  public boolean belongsTo(UUID organisation) {
    return caller.memberId().filter(own -> subjects.same(own, organisation)).isPresent();
  }

  /** SAN-61: whether the token is bound to this authority; nobody is to none. */
  public boolean actsFor(String authority) {
    return authority != null && authority.equals(authority());
  }

  /** SAN-61: the authority that the caller acts for, or an empty text. */
  public String authority() {
    return caller.is(Roles.AUTHORITY) ? caller.authority().orElse("") : "";
  }

  /** Whether the caller holds a role of the realm. */
  public boolean is(String role) {
    return caller.is(role);
  }

  /** The organisation of the caller, or null. */
  public UUID member() {
    return caller.memberId().orElse(null);
  }
}
