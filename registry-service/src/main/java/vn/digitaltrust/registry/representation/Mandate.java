package vn.digitaltrust.registry.representation;

import java.time.Instant;
import java.util.Set;

/**
 * REP-5: what one record allows.
 *
 * @param caseWord the only case of a counsel; empty for all others
 * @param endsAt exclusive; null while no end is known
 * @param ofAgeAt when the represented is 18 years old; null when that is not known
 */
record Mandate(
    RepresentationKind kind,
    Set<Purpose> purposes,
    String caseWord,
    boolean confirmed,
    Instant startsAt,
    Instant endsAt,
    Instant ofAgeAt) {

  /**
   * Whether the representative speaks at an instant.
   *
   * @param asked the case that it is about, or null when it is about none
   */
  Standing standing(Purpose purpose, String asked, Instant at) {
    if (kind == RepresentationKind.COUNSEL && !caseWord.equals(asked)) {
      return Standing.OTHER_CASE;
    }
    if (!purposes.contains(purpose)) {
      return Standing.OTHER_PURPOSE;
    }
    if (endsAt != null && !at.isBefore(endsAt)) {
      return Standing.ENDED;
    }
    if (!confirmed) {
      return Standing.UNCONFIRMED;
    }
    if (at.isBefore(startsAt)) {
      return Standing.NOT_BEGUN;
    }
    if (kind == RepresentationKind.GUARDIAN && (ofAgeAt == null || !at.isBefore(ofAgeAt))) {
      return Standing.OF_AGE;
    }
    return Standing.SPEAKS;
  }
}
