package vn.digitaltrust.sanctions.casefile;

import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A part that a person took in a case. Once taken it stays. */
@Schema(name = "SanctionsPartTaken")
enum Part {
  REPORTED,
  OPENED,
  NOTIFIED,
  RESPONDED,
  PROPOSED,
  DECIDED,
  IMPOSED_INTERIM,
  INTERESTED,
  WITHDREW,
  APPEALED,
  EXCEPTED,
  LIFTED,
  ANNULLED,
  RULED,
  CLOSED;

  /** SAN-20: who took one of these decides nothing in the case. */
  static final Set<Part> BAR_DECIDING =
      EnumSet.of(REPORTED, PROPOSED, INTERESTED, RESPONDED, APPEALED);

  /** SAN-22: who took one of these takes no other part. */
  static final Set<Part> BAR_ACTING = EnumSet.of(INTERESTED, RESPONDED, APPEALED);
}
