package vn.digitaltrust.registry.representation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whether a representative speaks for another, or why not. The reasons stand in the order in which
 * they are told: of several records the one that comes closest counts.
 */
@Schema(name = "RegistryRepresentationStanding")
enum Standing {
  /** A record lets the representative act. */
  SPEAKS,
  /** A record would, but nobody has confirmed it. */
  UNCONFIRMED,
  /** A record has not begun. */
  NOT_BEGUN,
  /** A record is over. */
  ENDED,
  /** The guardian's record holds, but the represented is 18 years old. */
  OF_AGE,
  /** The counsel's record is for another case. */
  OTHER_CASE,
  /** A record holds, but not for this purpose. */
  OTHER_PURPOSE,
  /** There is no record. */
  NONE
}
