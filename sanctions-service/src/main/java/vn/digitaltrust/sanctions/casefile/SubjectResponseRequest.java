package vn.digitaltrust.sanctions.casefile;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The subject responds.
 *
 * @param text for the officers only
 * @param last whether nothing more will come: closes the response window at once
 * @param statement words that the subject wants shown beside any measure, or absent
 */
@Schema(
    name = "SanctionsResponseRequest",
    examples = "{\"text\":\"I have corrected the advertisement\",\"final\":true}")
record SubjectResponseRequest(
    @NotBlank @Size(max = 20000) String text,
    @JsonProperty("final") boolean last,
    @Schema(nullable = true) @Size(min = 1, max = 2000) String statement) {}
