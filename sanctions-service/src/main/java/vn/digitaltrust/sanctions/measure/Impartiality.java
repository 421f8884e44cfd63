package vn.digitaltrust.sanctions.measure;

import java.time.Instant;
import java.util.UUID;

/**
 * What a measure needs to know of the case that it came from. Implemented by the case, so that
 * measures depend on nothing that depends on them.
 */
public interface Impartiality {
  /** Locks a case before one of its measures is. */
  void hold(UUID caseId);

  /**
   * Notes that a person acts on a measure of a case.
   *
   * @throws vn.digitaltrust.door.Refusal 422 SAN-20 when the person reported, or declared an
   *     interest
   */
  void acts(UUID caseId, String person, Act act, Instant now);

  /** What is done to a measure after its decision. */
  enum Act {
    EXCEPTED,
    LIFTED,
    ANNULLED
  }
}
