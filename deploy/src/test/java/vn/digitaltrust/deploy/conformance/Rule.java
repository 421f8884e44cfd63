package vn.digitaltrust.deploy.conformance;

import vn.digitaltrust.deploy.conformance.Contract.Operation;

/** Something that holds of every operation that it concerns. */
interface Rule {
  /** The rule as a sentence. */
  String sentence();

  /** Whether it says anything about this operation. */
  boolean concerns(Operation operation);

  /**
   * Tries it.
   *
   * @throws AssertionError if it does not hold
   */
  void tryOn(Operation operation);
}
