package vn.digitaltrust.sanctions.measure;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.digitaltrust.vocabulary.MeasureKind;
import vn.digitaltrust.vocabulary.Span;

/**
 * SAN-102: a measure as far as a certificate or a membership depends on it: every span and end, and
 * no text. The alliance needs it after the measure has ended too: what a withdrawal ended stays
 * ended.
 *
 * @param endsAt the first instant after the last day, or null
 * @param stays intervals without effect
 * @param end how it was lifted, or null
 */
record MeasureEffect(
    UUID id,
    UUID subject,
    MeasureKind kind,
    Ground ground,
    Instant startsAt,
    Instant endsAt,
    List<Span> stays,
    End end) {
  /** The key of the catalogue. */
  record Ground(String code) {}

  /** An end before its time. */
  record End(MeasureEnd.State state, Instant at) {}

  /** Whether a measure of this kind touches a right that the alliance gave. */
  static boolean of(MeasureKind kind) {
    return switch (kind) {
      case REMINDER, WARNING, ENGAGEMENT_LIMIT -> false;
      case CERTIFICATE_SUSPENSION,
          CERTIFICATE_WITHDRAWAL,
          MEMBERSHIP_SUSPENSION,
          MEMBERSHIP_EXCLUSION ->
          true;
    };
  }

  static MeasureEffect of(Measure measure) {
    MeasureState state = MeasureState.of(measure);
    return new MeasureEffect(
        state.id(),
        state.subject(),
        state.kind(),
        new Ground(state.ground().code()),
        state.startsAt(),
        state.endsAt(),
        state.stays(),
        state.end() == null ? null : new End(state.end().state(), state.end().at()));
  }
}
