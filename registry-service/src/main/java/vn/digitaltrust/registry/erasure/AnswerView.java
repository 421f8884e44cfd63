package vn.digitaltrust.registry.erasure;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.digitaltrust.door.TwoPeople;
import vn.digitaltrust.vocabulary.VietnamTime;

/**
 * One holder's answer to one request.
 *
 * @param status where the request stands
 * @param answer the last one; null before the first
 * @param until the last day on which HELD counts
 * @param position how far the holder had read the journal
 * @param missing whether there is no answer that counts, though the request is open
 * @param dueOn the last day for it; null when none is missing
 * @param overdue whether that day is over
 */
@Schema(name = "RegistryErasureAnswer")
record AnswerView(
    UUID request,
    UUID subject,
    TwoPeople.Status status,
    @Schema(examples = "sanctions") String holder,
    @Schema(nullable = true) Answer answer,
    @Schema(nullable = true, examples = "MEASURE") String code,
    @Schema(nullable = true) LocalDate until,
    @Schema(nullable = true) Long position,
    @Schema(nullable = true) Instant answeredAt,
    boolean missing,
    @Schema(nullable = true) LocalDate dueOn,
    boolean overdue,
    @JsonIgnore long version) {
  /**
   * @param told as in {@link AnswerRules#counts}
   */
  static AnswerView of(ErasureRequest asked, HolderAnswer given, long told, LocalDate today) {
    var missing =
        asked.people().isOpen()
            && !AnswerRules.counts(
                given.answer(), given.heldUntil(), given.position(), told, today);
    var dueOn = missing ? AnswerRules.dueOn(since(asked, given)) : null;
    return new AnswerView(
        asked.id(),
        asked.subject(),
        asked.people().status(),
        given.holder(),
        given.answer(),
        given.code(),
        given.heldUntil(),
        given.position(),
        given.answeredAt(),
        missing,
        dueOn,
        missing && today.isAfter(dueOn),
        given.version());
  }

  private static LocalDate since(ErasureRequest asked, HolderAnswer given) {
    if (given.answer() == null) {
      return VietnamTime.dayOf(asked.people().requestedAt());
    }
    return given.answer() == Answer.HELD
        ? given.heldUntil()
        : VietnamTime.dayOf(given.answeredAt());
  }
}
