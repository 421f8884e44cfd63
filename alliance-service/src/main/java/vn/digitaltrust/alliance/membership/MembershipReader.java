package vn.digitaltrust.alliance.membership;

import jakarta.enterprise.context.RequestScoped;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import vn.digitaltrust.alliance.registry.Persons;
import vn.digitaltrust.door.Caller;
import vn.digitaltrust.vocabulary.Roles;

/** ALL-16: what the caller may see of memberships, and for whom the caller speaks. */
@RequestScoped
class MembershipReader {
  private final Caller caller;
  private final Persons persons;
  private Set<UUID> own;
  private UUID represented;

  MembershipReader(Caller caller, Persons persons) {
    this.caller = caller;
    this.persons = persons;
  }

  /** Whether the caller sees applications of everybody. */
  boolean seesAll() {
    return caller.isAny(Roles.ALLIANCE_ADMIN, Roles.AUDITOR);
  }

  /** Every id of the subjects that the caller's token is bound to. */
  Set<UUID> own() {
    if (own == null) {
      Set<UUID> bound = new HashSet<>();
      caller.subjectId().ifPresent(bound::add);
      caller.memberId().ifPresent(bound::add);
      own = persons.sameAs(bound);
    }
    return own;
  }

  /** Whether the caller is this subject, under whichever of its ids. */
  boolean is(UUID subject) {
    return own().contains(subject);
  }

  /** ALL-140: in this request the caller speaks for this subject. */
  void speaksFor(UUID subject) {
    represented = subject;
  }

  /** Whether the caller may see what is not public about it. */
  boolean isInsider(Membership membership) {
    return seesAll() || is(membership.subject()) || membership.subject().equals(represented);
  }

  boolean maySee(Membership membership) {
    return membership.isPublic() || isInsider(membership);
  }
}
