package vn.digitaltrust.sanctions.access;

import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import java.util.stream.Stream;
import vn.digitaltrust.door.Caller;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.sanctions.registry.Purpose;
import vn.digitaltrust.sanctions.registry.Registry;
import vn.digitaltrust.sanctions.registry.RegistrySpeaking;

/**
 * SAN-140, SAN-141: for whom the present caller speaks, as the registry said in this request. It is
 * asked before the transaction, and what it said is looked at inside it.
 */
@RequestScoped
public class Representatives {
  private final Registry registry;
  private final Caller caller;

  private UUID represented;
  private RegistrySpeaking answer;

  Representatives(Registry registry, Caller caller) {
    this.registry = registry;
    this.caller = caller;
  }

  /**
   * Asks whether the caller speaks for a subject in a case. The answer that lets it speak counts,
   * otherwise the one that says most.
   *
   * @throws Refusal 503 when the registry does not answer
   */
  void ask(UUID subject, Purpose purpose, UUID caseId) {
    represented = subject;
    answer =
        Stream.concat(caller.subjectId().stream(), caller.memberId().stream())
            .map(own -> registry.speaks(subject, own, purpose, caseId))
            .reduce((one, other) -> one.speaks() || !other.known() ? one : other)
            .orElse(null);
  }

  /** Whether the caller was found to speak for this subject. */
  boolean speakFor(UUID subject) {
    return subject.equals(represented) && answer != null && answer.speaks();
  }

  /** Refuses in words whoever has a record that does not let it act; nobody else. */
  void explain(UUID subject) {
    if (subject.equals(represented) && answer != null && answer.known() && !answer.speaks()) {
      throw switch (answer.standing()) {
        case "ENDED", "OF_AGE" -> Refusal.forbidden("representation.ended");
        case "NOT_BEGUN", "UNCONFIRMED" -> Refusal.forbidden("representation.not-yet");
        case "OTHER_CASE" -> Refusal.forbidden("representation.other-case");
        default -> Refusal.forbidden("representation.other-purpose");
      };
    }
  }

  /** What was said of the caller, or null when it speaks for nobody but itself. */
  RegistrySpeaking speaking() {
    return answer != null && answer.speaks() ? answer : null;
  }
}
