package vn.digitaltrust.registry.erasure;

import java.time.LocalDate;
import java.util.UUID;

/** What the journal tells auditors of a holder's answer. */
record AnswerState(
    UUID id,
    UUID request,
    String holder,
    Answer answer,
    String code,
    LocalDate until,
    Long position) {
  static AnswerState of(HolderAnswer given) {
    return new AnswerState(
        given.id(),
        given.request(),
        given.holder(),
        given.answer(),
        given.code(),
        given.heldUntil(),
        given.position());
  }
}
