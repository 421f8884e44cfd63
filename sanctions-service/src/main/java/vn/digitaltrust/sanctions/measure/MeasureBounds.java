package vn.digitaltrust.sanctions.measure;

import java.util.List;
import vn.digitaltrust.door.Refusal;

/**
 * SAN-54: how much one measure holds. The journal tells a measure whole, and an entry has at most
 * 64 KiB.
 */
final class MeasureBounds {
  static final int EXCEPTIONS = 10;
  static final int STAYS = 20;
  static final int STATEMENTS = 20;

  /** Of all conditions of a measure together, and of the reasons of all its exceptions. */
  static final int CHARACTERS = 5_000;

  private MeasureBounds() {}

  /**
   * @throws Refusal 422 SAN-54 when the conditions are too long together
   */
  static void requireShort(List<String> conditions) {
    if (conditions.stream().mapToInt(String::length).sum() > CHARACTERS) {
      throw Refusal.rule("SAN-54", "measure.conditions-long", CHARACTERS);
    }
  }

  /**
   * @throws Refusal 422 SAN-54 for an exception too many, or when their reasons become too long
   */
  static void requireRoomFor(ExceptionRequest permission, List<MeasureException> before) {
    if (before.size() >= EXCEPTIONS) {
      throw Refusal.rule("SAN-54", "measure.exceptions-full", EXCEPTIONS);
    }
    int characters =
        before.stream().mapToInt(it -> it.reason == null ? 0 : it.reason.length()).sum();
    if (characters + permission.reason().length() > CHARACTERS) {
      throw Refusal.rule("SAN-54", "measure.exceptions-long", CHARACTERS, characters);
    }
  }

  /**
   * @throws Refusal 422 SAN-54 for a stay too many
   */
  static void requireRoomForStay(List<MeasureStay> before) {
    if (before.size() >= STAYS) {
      throw Refusal.rule("SAN-54", "measure.stays-full", STAYS);
    }
  }

  /**
   * @throws Refusal 422 SAN-54 when the subject changed its words too often
   */
  static void requireRoomForStatement(int before) {
    if (before >= STATEMENTS) {
      throw Refusal.rule("SAN-54", "measure.statements-full", STATEMENTS);
    }
  }
}
