package vn.digitaltrust.alliance.membership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import vn.digitaltrust.alliance.registry.SubjectErased;
import vn.digitaltrust.journal.Moment;

/** ALL-52: ends the memberships of an erased subject, and erases what was said in them. */
@ApplicationScoped
class ErasedMemberships {
  private final Memberships memberships;
  private final Admissions admissions;
  private final MembershipEntries entries;
  private final Clock clock;

  ErasedMemberships(
      Memberships memberships, Admissions admissions, MembershipEntries entries, Clock clock) {
    this.memberships = memberships;
    this.admissions = admissions;
    this.entries = entries;
    this.clock = clock;
  }

  void erase(@Observes SubjectErased erased) {
    Instant now = Moment.of(clock);
    for (Membership membership : memberships.of(Set.of(erased.subject()))) {
      membership.close(erased.at(), now);
      admissions.lapse(membership.id(), Admissions.SERVICE, now);
      membership.erase();
      admissions.eraseTexts(membership.id());
      entries.erased(membership);
    }
  }
}
