package vn.digitaltrust.registry.erasure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.digitaltrust.door.TwoPeople;

/**
 * A request for an erasure, with everything that it waits for.
 *
 * @param reason why it was asked for; null once the texts about the person were erased
 * @param answers of all holders
 * @param decidedBy who approved, refused or took it back; null while it is open
 * @param decisionReason why; null while it is open, or once erased
 */
@Schema(name = "RegistryErasureRequest")
record ErasureView(
    UUID id,
    UUID subject,
    TwoPeople.Status status,
    String requestedBy,
    Instant requestedAt,
    @Schema(nullable = true) String reason,
    List<AnswerView> answers,
    @Schema(nullable = true) String decidedBy,
    @Schema(nullable = true) Instant decidedAt,
    @Schema(nullable = true) String decisionReason,
    @Schema(description = "Also in the ETag; send it back in If-Match") long version) {

  static ErasureView of(
      ErasureRequest asked, List<HolderAnswer> answers, long told, LocalDate today) {
    var people = asked.people();
    return new ErasureView(
        asked.id(),
        asked.subject(),
        people.status(),
        people.requestedBy(),
        people.requestedAt(),
        people.requestReason(),
        answers.stream().map(given -> AnswerView.of(asked, given, told, today)).toList(),
        people.decidedBy(),
        people.decidedAt(),
        people.decisionReason(),
        asked.version());
  }
}
