package vn.digitaltrust.alliance.membership;

import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import java.util.stream.Stream;
import vn.digitaltrust.alliance.registry.Registry;
import vn.digitaltrust.alliance.registry.RegistrySpeaking;
import vn.digitaltrust.door.Caller;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.vocabulary.Roles;

/** ALL-140: for whom the caller applies, as the registry said in this request. */
@RequestScoped
class Applicants {
  private final Registry registry;
  private final MembershipReader reader;
  private final Caller caller;

  Applicants(Registry registry, MembershipReader reader, Caller caller) {
    this.registry = registry;
    this.reader = reader;
    this.caller = caller;
  }

  /**
   * ALL-17, ALL-140: refused unless the caller may apply for the subject. To be called before the
   * transaction.
   *
   * @throws Refusal 403 when it is neither the subject nor its representative nor an admin, 422
   *     when its record does not let it apply, 503 when the registry does not answer
   */
  void requireMayApplyFor(UUID subject) {
    if (caller.is(Roles.ALLIANCE_ADMIN) || reader.is(subject)) {
      return;
    }
    var answer =
        Stream.concat(caller.subjectId().stream(), caller.memberId().stream())
            .map(own -> registry.mayApply(subject, own))
            .reduce((one, other) -> one.speaks() || !other.known() ? one : other)
            .filter(RegistrySpeaking::known)
            .orElseThrow(() -> Refusal.forbidden("membership.not-yours"));
    if (!answer.speaks()) {
      throw switch (answer.standing()) {
        case "ENDED", "OF_AGE" -> Refusal.rule("ALL-140", "representation.ended");
        case "NOT_BEGUN", "UNCONFIRMED" -> Refusal.rule("ALL-140", "representation.not-yet");
        default -> Refusal.rule("ALL-140", "representation.other-purpose");
      };
    }
    reader.speaksFor(subject);
  }
}
