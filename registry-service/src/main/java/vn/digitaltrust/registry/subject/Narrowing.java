package vn.digitaltrust.registry.subject;

import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.vocabulary.Provinces;
import vn.digitaltrust.vocabulary.account.Platform;

/**
 * REG-93: which of the candidates of a name are wanted. What is null narrows nothing.
 *
 * @param status how far their registration is; nobody finds by it whom they would not find anyway
 * @param homeProvince with its list's version, such as {@code 2025:79}
 * @param category what a KOL is known as; null for organisations
 * @param platform where they have an account at present
 */
record Narrowing(SubjectStatus status, String homeProvince, Category category, Platform platform) {
  /**
   * Reads what a caller gives.
   *
   * @throws Refusal 400 when there is no such province
   */
  static Narrowing of(
      SubjectStatus status, String homeProvince, Category category, Platform platform) {
    var province =
        homeProvince == null
            ? null
            : Refusal.reading("homeProvince", () -> Provinces.require(homeProvince));
    return new Narrowing(status, province, category, platform);
  }

  static String name(Enum<?> value) {
    return value == null ? null : value.name();
  }
}
