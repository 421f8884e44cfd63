package vn.digitaltrust.alliance.membership;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import vn.digitaltrust.alliance.registry.Persons;
import vn.digitaltrust.journal.Change;
import vn.digitaltrust.journal.Journal;

/** What the journal is told of a membership: public from admission on, before that to the party. */
@ApplicationScoped
class MembershipEntries {
  private static final String AGGREGATE = "membership";

  private final Memberships memberships;
  private final Persons persons;
  private final Journal journal;

  MembershipEntries(Memberships memberships, Persons persons, Journal journal) {
    this.memberships = memberships;
    this.persons = persons;
    this.journal = journal;
  }

  void told(String type, Membership membership) {
    memberships.flush();
    if (membership.isPublic()) {
      journal.append(change(type, membership, MembershipState.of(membership)));
    } else {
      journal.append(
          change(type, membership, ApplicationState.of(membership))
              .forParties(persons.sameAs(membership.subject()).toArray(UUID[]::new)));
    }
  }

  /** An application that was erased names nobody any more: only auditors hear of it. */
  void erased(Membership membership) {
    memberships.flush();
    Change change = change("membership.erased", membership, MembershipState.of(membership));
    journal.append(membership.isPublic() ? change : change.internal());
  }

  private static Change change(String type, Membership membership, Object state) {
    return Change.of(
        type, membership.subject(), AGGREGATE, membership.id(), membership.version(), state);
  }
}
