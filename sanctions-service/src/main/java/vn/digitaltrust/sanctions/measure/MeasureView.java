package vn.digitaltrust.sanctions.measure;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.digitaltrust.sanctions.registry.ShownName;

/**
 * A measure as it stood at an instant, by what was known at another.
 *
 * @param state what is public about it
 * @param status computed for {@code at}
 * @param version the version of the measure that this is
 * @param recordedAt since when this version was told
 * @param file what is not public about it as it is today; absent from lists and for others
 * @param at for which instant the status was computed
 */
@Schema(name = "SanctionsMeasure")
@JsonPropertyOrder({"id", "status"})
public record MeasureView(
    @JsonUnwrapped MeasureState state,
    @Schema(
            nullable = true,
            description =
                "The subject's shown name, for those who work here; null or absent for others, and"
                    + " when no name may be shown")
        String subjectName,
    @Schema(nullable = true, description = ShownName.NUMBER) String subjectNumber,
    MeasureStatus status,
    long version,
    Instant recordedAt,
    @JsonProperty("at") Instant at,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
            extensions = @Extension(name = "x-may-be-absent", value = "true", parseValue = true))
        MeasureFile file) {
  /**
   * @param shown what the reader is shown of the subject's name
   */
  static MeasureView of(MeasureVersion kept, ShownName shown, Instant at) {
    return new MeasureView(
        kept.state,
        shown.name(),
        shown.number(),
        kept.state.timeline().at(at),
        kept.key.version(),
        kept.recordedAt,
        at,
        null);
  }

  MeasureView with(MeasureFile known) {
    return new MeasureView(
        state, subjectName, subjectNumber, status, version, recordedAt, at, known);
  }
}
