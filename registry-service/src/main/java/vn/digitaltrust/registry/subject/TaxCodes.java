package vn.digitaltrust.registry.subject;

import vn.digitaltrust.door.Refusal;

/** REG-8: whose registration rests on a tax code. */
final class TaxCodes {
  private TaxCodes() {}

  /**
   * Refuses an organisation in the register that has no tax code and needs one.
   *
   * @throws Refusal 422 REG-8
   */
  static void requireToRegister(Subject subject) {
    if (subject.kind() == SubjectKind.ORGANISATION
        && subject.taxCode() == null
        && subject.organisationType() != OrganisationType.STATE_BODY) {
      throw Refusal.rule("REG-8", "tax-code.needed");
    }
  }
}
