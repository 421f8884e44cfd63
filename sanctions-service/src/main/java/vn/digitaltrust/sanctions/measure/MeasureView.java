package vn.digitaltrust.sanctions.measure;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A measure as it stood at an instant, by what was known at another.
 *
 * @param state what is public about it
 * @param status computed for {@code at}
 * @param version the version of the measure that this is
 * @param recordedAt since when this version was told
 * @param at for which instant the status was computed
 */
@Schema(name = "SanctionsMeasure")
@JsonPropertyOrder({"id", "status"})
public record MeasureView(
    @JsonUnwrapped MeasureState state,
    MeasureStatus status,
    long version,
    Instant recordedAt,
    @JsonProperty("at") Instant at) {
  static MeasureView of(MeasureVersion kept, Instant at) {
    return new MeasureView(
        kept.state, kept.state.timeline().at(at), kept.key.version(), kept.recordedAt, at);
  }
}
