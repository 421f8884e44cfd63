package vn.digitaltrust.sanctions.casefile;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Opens a case.
 *
 * @param reports reports about the same subject; empty for a case of own initiative
 */
@Schema(
    name = "SanctionsCaseRequest",
    examples =
        "{\"subject\":\"019ab2f0-0000-7000-8000-000000000001\",\"reports\":[],\"title\":\"Misleading advertising of a supplement\"}")
record CaseRequest(
    @NotNull UUID subject,
    @Size(max = 100) List<@NotNull UUID> reports,
    @NotBlank @Size(max = 300) String title) {
  CaseRequest {
    reports = reports == null ? List.of() : List.copyOf(reports);
  }
}
