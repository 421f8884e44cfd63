package vn.digitaltrust.registry.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of a line.
 *
 * @param line its number in the body, from 1; blank lines count
 * @param problem why it was refused, as the problem of a single request would say
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
    name = "RegistryImportResult",
    requiredProperties = {"line", "status"},
    extensions = @Extension(name = "x-may-be-absent", value = "true", parseValue = true))
record LineResult(
    @Schema(description = "Its number in the body, from 1; blank lines count") long line,
    Status status,
    UUID id,
    String registrationNumber,
    @Schema(ref = "#/components/schemas/Problem") Object problem) {

  /** The outcomes a line can have. */
  @Schema(name = "RegistryImportStatus")
  enum Status {
    /** Entered now. */
    CREATED,
    /** Entered by an earlier request with the same key. */
    REPEATED,
    /** Not entered; the problem says why. */
    REFUSED
  }

  static LineResult refused(long line, Object problem) {
    return new LineResult(line, Status.REFUSED, null, null, problem);
  }
}
