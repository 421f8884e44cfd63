package vn.digitaltrust.registry.subject;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.vocabulary.VietnamTime;

/** What other features of the registry may ask of subjects, in their own transactions. */
@ApplicationScoped
public class Subjects {
  private final SubjectRepository subjects;
  private final Recorders recorders;
  private final SubjectDesk desk;
  private final OwnMatter ownMatter;

  Subjects(SubjectRepository subjects, Recorders recorders, SubjectDesk desk, OwnMatter ownMatter) {
    this.subjects = subjects;
    this.recorders = recorders;
    this.desk = desk;
    this.ownMatter = ownMatter;
  }

  /**
   * Locks a subject that is to get something of its own, so that no merge or erasure passes by.
   *
   * @throws Refusal 404 when there is none, 409 when it is merged or erased, 422 (REG-86) for the
   *     caller's own
   */
  public void hold(UUID id) {
    requireThere(lockForOffice(id));
  }

  private static void requireThere(Subject subject) {
    if (subject.status() == SubjectStatus.MERGED || subject.status() == SubjectStatus.ERASED) {
      throw Refusal.state("subject.gone", subject.status());
    }
  }

  /**
   * Locks an organisation that is to get a platform (PLT-1).
   *
   * @return whether it is a registered organisation of the type {@code PLATFORM}
   * @throws Refusal as of {@link #hold}
   */
  public boolean holdRunningPlatforms(UUID id) {
    hold(id);
    var subject = subjects.require(id);
    return subject.organisationType() == OrganisationType.PLATFORM
        && subject.status() == SubjectStatus.REGISTERED;
  }

  /** Whether a subject is registered, and not merged or erased. */
  public boolean isRegistered(UUID id) {
    return subjects.require(id).status() == SubjectStatus.REGISTERED;
  }

  /**
   * Locks a subject that acts for itself, or for which its guardian acts.
   *
   * @throws Refusal 404 when there is none, 403 when the caller is neither, 409 when it is merged
   *     or erased
   */
  public void holdForItself(UUID id) {
    var subject = subjects.lock(id);
    if (!ownMatter.isCallers(subject)) {
      throw Refusal.forbidden("subject.not-own");
    }
    if (subject.status() == SubjectStatus.MERGED || subject.status() == SubjectStatus.ERASED) {
      throw Refusal.state("subject.gone", subject.status());
    }
  }

  /** Whether the caller is this subject or its guardian, under whichever id after merges. */
  public boolean speaksFor(UUID id) {
    return ownMatter.isCallers(subjects.require(id));
  }

  /**
   * Locks two subjects between which something is decided, always in the same order.
   *
   * @throws Refusal 404 when there is none, 422 (REG-86) for the caller's own
   */
  public void lockBoth(UUID one, UUID another) {
    Stream.of(one, another).distinct().sorted().forEach(this::lockForOffice);
  }

  /** A canonical subject and all that were merged into it. */
  public Set<UUID> sameAs(UUID id) {
    return subjects.withAllMergedInto(List.of(id));
  }

  /** What each of these subjects is today, after however many merges. */
  public Map<UUID, UUID> canonical(Collection<UUID> ids) {
    return ids.isEmpty() ? Map.of() : subjects.canonicalIds(ids);
  }

  /**
   * Locks a subject before something that it has changes, whatever its status.
   *
   * @throws Refusal 404 when there is none, 422 (REG-86) for the caller's own
   */
  public void lock(UUID id) {
    lockForOffice(id);
  }

  /**
   * Locks a subject that is to get something of its own, by whomever: what may be done by a party
   * itself is decided by the caller.
   *
   * @throws Refusal 404 when there is none, 409 when it is merged or erased
   */
  public void holdAsParty(UUID id) {
    requireThere(subjects.lock(id));
  }

  /**
   * Locks a subject before something that it has changes, by whomever.
   *
   * @throws Refusal 404 when there is none
   */
  public void lockAsParty(UUID id) {
    subjects.lock(id);
  }

  /** Whether the caller's token is bound to this subject, under whichever id after merges. */
  public boolean isCallers(UUID id) {
    return subjects.findByIdOptional(id).filter(ownMatter::is).isPresent();
  }

  /** All ids of the subjects that the caller's token is bound to. */
  public Set<UUID> callers() {
    return ownMatter.own().flatMap(own -> person(own).stream()).collect(Collectors.toSet());
  }

  /** All ids of a person; the id alone when there is no such subject. */
  public Set<UUID> person(UUID id) {
    return subjects.findByIdOptional(id).map(subjects::sameAs).orElseGet(() -> Set.of(id));
  }

  /** What decides whether somebody may represent or be represented. */
  public Known known(UUID id) {
    var subject = subjects.require(id);
    return new Known(
        subject.kind(),
        Guardianship.isLive(subject),
        subject.organisationType(),
        subject.taxCode(),
        subject.privatePart().birthDate());
  }

  /** When the canonical person is 18 years old; null when that is not known. */
  public Instant ofAgeAt(UUID id) {
    return subjects
        .findByIdOptional(id)
        .map(subjects::canonicalOf)
        .map(subject -> subject.privatePart().birthDate())
        .map(Minority::ofAgeOn)
        .map(VietnamTime::startOf)
        .orElse(null);
  }

  private Subject lockForOffice(UUID id) {
    var subject = subjects.lock(id);
    ownMatter.refuse(subject);
    return subject;
  }

  /**
   * Locks a subject that is only recorded, by the caller's own body (REG-11).
   *
   * @throws Refusal 404 when there is none, 403 when it is more than recorded or another's, 422
   *     (REG-86) for the caller's own
   */
  public void holdRecorded(UUID id) {
    var subject = lockForOffice(id);
    if (subject.status() != SubjectStatus.RECORDED) {
      throw Refusal.forbidden("account.recorded-only");
    }
    if (!recorders.mayAddTo(subject)) {
      throw Refusal.forbidden("account.recorded-by-another");
    }
  }

  /**
   * Refuses an id that is nobody's.
   *
   * @throws Refusal 404
   */
  public void require(UUID id) {
    subjects.require(id);
  }

  /**
   * Enters a KOL in the caller's transaction, verified and registered at once where asked for.
   *
   * @param verification how the identity was checked, or null to leave it submitted
   */
  public Entered enter(KolRequest request, VerificationRequest verification, boolean register) {
    var subject = desk.enter(request, verification, register);
    return new Entered(subject.id(), subject.registrationNumber());
  }

  /** The registration number of a subject, or null. */
  public String registrationNumber(UUID id) {
    return subjects.findByIdOptional(id).map(Subject::registrationNumber).orElse(null);
  }

  /**
   * Of a subject what decides whether it may represent or be represented.
   *
   * @param live whether it is neither only recorded nor gone
   * @param taxCode checked when it was entered (REG-8), or null
   */
  public record Known(
      SubjectKind kind,
      boolean live,
      OrganisationType organisationType,
      String taxCode,
      LocalDate birthDate) {
    /** Whether this is a person known to be 18 years old on a day. */
    public boolean isOfAge(LocalDate today) {
      return Minority.isOfAge(birthDate, today);
    }
  }

  /** A new subject and its number, null while it has none. */
  public record Entered(UUID id, String registrationNumber) {}
}
