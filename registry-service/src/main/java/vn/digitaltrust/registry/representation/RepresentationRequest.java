package vn.digitaltrust.registry.representation;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * That one subject speaks for another.
 *
 * @param caseWord the one case of a counsel, a word that is only compared
 * @param powerNumber the number of the power of attorney
 * @param powerDate its date, not in the future
 * @param startsAt from when; absent = now
 * @param endsAt until when, exclusively; absent = until somebody ends it
 */
@Schema(
    name = "RegistryRepresentationRequest",
    examples =
        "{\"representative\":\"0193a54f-c82b-726a-becb-47d2868c4efb\",\"kind\":\"AGENCY\",\"purposes\":[\"READ\",\"RESPOND\"],\"powerNumber\":\"12/UQ\",\"powerDate\":\"2026-11-20\"}")
record RepresentationRequest(
    @NotNull UUID representative,
    @NotNull RepresentationKind kind,
    @NotEmpty @Size(max = 5) Set<@NotNull Purpose> purposes,
    @JsonProperty("case")
        @Pattern(regexp = "[A-Za-z0-9_-]{1,64}")
        @Schema(nullable = true, description = "The one case of a counsel")
        String caseWord,
    @Size(min = 1, max = 100)
        @Schema(nullable = true, description = "The number of the power of attorney")
        String powerNumber,
    @Schema(nullable = true, description = "The date of the power of attorney") LocalDate powerDate,
    @Schema(nullable = true, description = "Now when absent") Instant startsAt,
    @Schema(nullable = true, description = "Exclusive; without it until somebody ends it")
        Instant endsAt) {}
