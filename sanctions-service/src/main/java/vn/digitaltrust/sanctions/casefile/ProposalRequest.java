package vn.digitaltrust.sanctions.casefile;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.digitaltrust.sanctions.measure.MeasureDraft;

/** An officer proposes measures; a proposal to dismiss is a withdrawal. */
@Schema(
    name = "SanctionsProposalRequest",
    examples =
        "{\"reasons\":\"The claim was false and was repeated\",\"measures\":[{\"kind\":\"ENGAGEMENT_LIMIT\",\"scope\":{\"activities\":[\"ADVERTISE\"]},"
            + "\"ground\":\"DECREE-38-2021-34.5\",\"from\":\"2026-12-07\",\"until\":\"2027-06-06\"}]}")
record ProposalRequest(
    @NotBlank @Size(max = 20000) String reasons,
    @NotEmpty @Size(max = 20) List<@NotNull @Valid MeasureDraft> measures) {}
