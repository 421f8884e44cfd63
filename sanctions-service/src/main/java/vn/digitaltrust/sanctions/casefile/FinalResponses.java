package vn.digitaltrust.sanctions.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.sanctions.registry.RegistrySpeaking;

/** SAN-142: whether two guardians have both declared their responses to the last notice final. */
final class FinalResponses {
  private final List<SubjectResponse> responses;

  private FinalResponses(List<SubjectResponse> responses) {
    this.responses = responses;
  }

  /** The responses since a notice, in their order. */
  static FinalResponses since(Instant notice, List<SubjectResponse> all) {
    return new FinalResponses(all.stream().filter(it -> !it.respondedAt.isBefore(notice)).toList());
  }

  /**
   * Whether nobody else has to agree any more to the final response that somebody gives now.
   *
   * @throws Refusal 422 SAN-142 when another guardian's last response is not final, 409 when this
   *     guardian has said so already and waits for the other
   */
  boolean agree(RegistrySpeaking speaking) {
    for (UUID other : speaking.guardians()) {
      Optional<SubjectResponse> others = lastOf(other);
      if (others.filter(it -> !it.last).isPresent()) {
        throw Refusal.rule("SAN-142", "case.guardians-disagree");
      }
      if (others.isEmpty()) {
        if (lastOf(speaking.representative()).filter(it -> it.last).isPresent()) {
          throw Refusal.state("case.guardian-awaited");
        }
        return false;
      }
    }
    return true;
  }

  private Optional<SubjectResponse> lastOf(UUID guardian) {
    return responses.stream()
        .filter(it -> guardian.equals(it.representative))
        .reduce((earlier, later) -> later);
  }
}
