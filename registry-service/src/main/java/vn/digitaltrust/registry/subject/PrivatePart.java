package vn.digitaltrust.registry.subject;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.journal.Moment;

/**
 * What is known of a subject as a person, all of it private and all of it gone after an erasure.
 */
@Embeddable
class PrivatePart {
  private static final Instant EARLIEST_CHECK = Instant.parse("2000-01-01T00:00:00Z");

  private LocalDate birthDate;
  private UUID guardianSubject;
  private String guardianName;
  private String guardianRelation;
  private String personalIdEnd;

  @Enumerated(EnumType.STRING)
  private VerificationMethod verificationMethod;

  private Integer verificationLevel;
  private Instant verifiedAt;

  void take(Particulars particulars) {
    var named = particulars.guardian();
    birthDate = particulars.birthDate();
    guardianSubject = named == null ? null : named.subject();
    guardianName = named == null ? null : named.name();
    guardianRelation = named == null ? null : named.relation();
  }

  void verified(VerificationRequest check, Instant now) {
    var at = Moment.exact(check.verifiedAt());
    if (check.verifiedAt().isAfter(now) || at.isBefore(EARLIEST_CHECK)) {
      throw Refusal.invalid("verifiedAt", "verification.range");
    }
    verificationMethod = check.method();
    verificationLevel = check.level();
    verifiedAt = at;
  }

  /** Notes by which three digits people recognise the personal ID number that is kept sealed. */
  void personalIdEnds(String lastThreeDigits) {
    personalIdEnd = lastThreeDigits;
  }

  LocalDate birthDate() {
    return birthDate;
  }

  Guardian guardian() {
    return guardianSubject == null && guardianName == null
        ? null
        : new Guardian(guardianSubject, guardianName, guardianRelation);
  }

  String personalIdEnd() {
    return personalIdEnd;
  }

  VerificationMethod verificationMethod() {
    return verificationMethod;
  }

  Integer verificationLevel() {
    return verificationLevel;
  }

  Instant verifiedAt() {
    return verifiedAt;
  }
}
