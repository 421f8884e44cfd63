package vn.digitaltrust.registry.subject;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.vocabulary.VietnamTime;

/** REG-5, REG-150: who needs somebody who answers for them, and who may be it. */
@ApplicationScoped
class Guardianship {
  private static final Set<SubjectStatus> LIVE =
      EnumSet.of(
          SubjectStatus.SUBMITTED,
          SubjectStatus.VERIFIED,
          SubjectStatus.REGISTERED,
          SubjectStatus.INACTIVE);

  private final SubjectRepository subjects;
  private final Clock clock;

  Guardianship(SubjectRepository subjects, Clock clock) {
    this.subjects = subjects;
    this.clock = clock;
  }

  /** The date that counts. */
  LocalDate today() {
    return LocalDate.now(clock.withZone(VietnamTime.ZONE));
  }

  /** Refuses a minor without a guardian, and anybody with one who cannot be it. */
  void require(UUID id, LocalDate birthDate, Guardian guardian) {
    var today = today();
    if (guardian == null) {
      if (Minority.isMinor(birthDate, today)) {
        throw Refusal.rule("REG-5", "guardian.needed", Minority.FULL_YEARS);
      }
    } else if (guardian.subject() != null
        && (guardian.subject().equals(id) || !isFit(guardian.subject(), today))) {
      // One text for all reasons: it tells nobody who is there, or how old.
      throw Refusal.rule("REG-5", "guardian.unfit");
    }
  }

  /**
   * Refuses to show a KOL in public whose age is unknown, or who is a minor, or no person, without
   * somebody who answers for it and is still there.
   */
  void requireToRegister(Subject subject) {
    if (subject.kind() == SubjectKind.KOL) {
      var known = subject.privatePart();
      if (known.birthDate() == null && subject.category() != Category.VIRTUAL_INFLUENCER) {
        throw Refusal.rule("REG-5", "birth-date.needed");
      }
      if (known.birthDate() == null && known.guardian() == null) {
        throw Refusal.rule("REG-150", "responsible.needed");
      }
      if (known.birthDate() == null || Minority.isMinor(known.birthDate(), today())) {
        require(subject.id(), known.birthDate(), known.guardian());
      }
    }
  }

  /** Whether a subject is neither only recorded nor gone. */
  static boolean isLive(Subject subject) {
    return LIVE.contains(subject.status());
  }

  private boolean isFit(UUID id, LocalDate today) {
    return subjects
        .findByIdOptional(id)
        .filter(Guardianship::isLive)
        .filter(
            guardian ->
                guardian.kind() == SubjectKind.ORGANISATION
                    || Minority.isOfAge(guardian.privatePart().birthDate(), today))
        .isPresent();
  }
}
