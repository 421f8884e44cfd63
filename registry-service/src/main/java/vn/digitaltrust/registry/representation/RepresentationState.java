package vn.digitaltrust.registry.representation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A record as its parties may see it: the payload of its journal entries and the head of answers.
 *
 * @param caseWord the one case of a counsel; null for all others and after an erasure
 * @param endsAt exclusive; null while no end is known
 * @param confirmedBy null until it is confirmed
 */
record RepresentationState(
    UUID id,
    UUID represented,
    UUID representative,
    RepresentationKind kind,
    List<Purpose> purposes,
    @JsonProperty("case") @Schema(nullable = true, description = "The one case of a counsel")
        String caseWord,
    @Schema(nullable = true, description = "The number of the power of attorney")
        String powerNumber,
    @Schema(nullable = true, description = "The date of the power of attorney") LocalDate powerDate,
    Instant startsAt,
    @Schema(nullable = true, description = "Exclusive; null while no end is known") Instant endsAt,
    @Schema(nullable = true) String endReason,
    @Schema(nullable = true, description = "Null until the record is confirmed")
        Confirmer confirmedBy,
    @Schema(nullable = true) Instant confirmedAt) {

  /** The record as it is now. */
  static RepresentationState of(Representation it) {
    return new RepresentationState(
        it.id(),
        it.represented(),
        it.representative(),
        it.kind(),
        it.purposes().stream().sorted().toList(),
        it.caseWord(),
        it.powerNumber(),
        it.powerDate(),
        it.startsAt(),
        it.endsAt(),
        it.endReason(),
        it.confirmedBy(),
        it.confirmedAt());
  }
}
