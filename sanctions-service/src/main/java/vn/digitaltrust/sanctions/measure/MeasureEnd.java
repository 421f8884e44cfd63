package vn.digitaltrust.sanctions.measure;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An end that was decided; a measure whose time ran out has none.
 *
 * @param at when it was decided; an annulled measure was never in force, whatever the instant
 * @param cause why it should never have been; only of an annulled measure
 */
@Schema(name = "SanctionsMeasureEnd")
public record MeasureEnd(State state, Instant at, @Schema(nullable = true) AnnulmentCause cause) {
  /** How it ended. */
  @Schema(name = "SanctionsMeasureEndState")
  public enum State {
    LIFTED,
    ANNULLED
  }
}
