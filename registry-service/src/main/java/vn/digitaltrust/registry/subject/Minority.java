package vn.digitaltrust.registry.subject;

import java.time.LocalDate;

/** REG-5: who is under 16 needs a guardian, who is of full age. */
final class Minority {
  /** The age from which a person registers without a guardian. */
  static final int FULL_YEARS = 16;

  /** The age from which a person may answer for another: Civil Code 91/2015/QH13, article 20. */
  private static final int OF_AGE_YEARS = 18;

  private Minority() {}

  /** Whether a person born on that day is under 16 on this day; the 16th birthday is not. */
  static boolean isMinor(LocalDate birthDate, LocalDate today) {
    return birthDate != null && today.isBefore(birthDate.plusYears(FULL_YEARS));
  }

  /** Whether a person is known to be of full age on this day. */
  static boolean isOfAge(LocalDate birthDate, LocalDate today) {
    return birthDate != null && !today.isBefore(ofAgeOn(birthDate));
  }

  /** The first day of full age. */
  static LocalDate ofAgeOn(LocalDate birthDate) {
    return birthDate.plusYears(OF_AGE_YEARS);
  }
}
