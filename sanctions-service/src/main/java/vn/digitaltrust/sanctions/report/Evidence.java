package vn.digitaltrust.sanctions.report;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A piece of evidence, kept elsewhere.
 *
 * @param uri where it was seen; never fetched by this service
 * @param sha256 64 hex digits that prove which file was meant
 */
@Schema(
    name = "SanctionsEvidence",
    examples =
        "{\"title\":\"Recording of the livestream\",\"uri\":\"https://video.example/live/42\"}")
public record Evidence(
    @NotBlank @Size(max = 300) String title,
    @Schema(nullable = true) @Size(max = 2000) @Pattern(regexp = "https://.+") String uri,
    @Schema(nullable = true) @Pattern(regexp = "[0-9a-f]{64}") String sha256) {}
