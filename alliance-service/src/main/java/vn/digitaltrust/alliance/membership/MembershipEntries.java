package vn.digitaltrust.alliance.membership;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import vn.digitaltrust.alliance.registry.Persons;
import vn.digitaltrust.journal.Change;
import vn.digitaltrust.journal.Journal;
import vn.digitaltrust.journal.Moment;

/** What the journal is told of a membership: public from admission on, before that to the party. */
@ApplicationScoped
class MembershipEntries {
  private static final String AGGREGATE = "membership";

  private final Memberships memberships;
  private final Persons persons;
  private final Journal journal;
  private final Clock clock;

  MembershipEntries(Memberships memberships, Persons persons, Journal journal, Clock clock) {
    this.memberships = memberships;
    this.persons = persons;
    this.journal = journal;
    this.clock = clock;
  }

  void told(String type, Membership membership) {
    if (membership.isPublic()) {
      MembershipState state = state(membership);
      journal.append(change(type, membership, state));
    } else {
      memberships.flush();
      journal.append(
          change(type, membership, ApplicationState.of(membership))
              .forParties(persons.sameAs(membership.subject()).toArray(UUID[]::new)));
    }
  }

  /** An application that was erased names nobody any more: only auditors hear of it. */
  void erased(Membership membership) {
    MembershipState state = state(membership);
    Change change = change("membership.erased", membership, state);
    journal.append(membership.isPublic() ? change : change.internal());
  }

  /** As of now, of which the row keeps a note, in the version that the entry tells. */
  private MembershipState state(Membership membership) {
    Instant now = Moment.of(clock);
    membership.told(now);
    memberships.flush();
    return MembershipState.of(membership, now);
  }

  private static Change change(String type, Membership membership, Object state) {
    return Change.of(
        type, membership.subject(), AGGREGATE, membership.id(), membership.version(), state);
  }
}
