package vn.digitaltrust.sanctions.measure;

import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.vocabulary.Provinces;

/** The provinces that a scope may name. */
public final class Territories {
  private Territories() {}

  /**
   * SAN-40: that every territory of a scope exists in its list.
   *
   * @throws Refusal 422 when one does not
   */
  public static void check(Scope scope) {
    for (String code : scope.territories()) {
      if (!Provinces.now().containsKey(code)) {
        throw Refusal.rule("SAN-40", "measure.territory-unknown", code);
      }
    }
  }
}
