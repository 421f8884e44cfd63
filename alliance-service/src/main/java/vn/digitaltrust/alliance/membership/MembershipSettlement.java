package vn.digitaltrust.alliance.membership;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import vn.digitaltrust.alliance.registry.NewsLock;
import vn.digitaltrust.alliance.registry.Persons;
import vn.digitaltrust.alliance.registry.SubjectClosed;
import vn.digitaltrust.alliance.right.Settlement;
import vn.digitaltrust.alliance.sanctions.Consequence;
import vn.digitaltrust.alliance.sanctions.MeasureKind;
import vn.digitaltrust.alliance.sanctions.Measures;
import vn.digitaltrust.journal.Moment;

/** ALL-18, ALL-19: makes memberships follow from measures, merges and the registry's endings. */
@Singleton
class MembershipSettlement extends Settlement<Membership> {
  private final Memberships memberships;
  private final Admissions admissions;
  private final MembershipEntries entries;
  private final Measures measures;
  private final Clock clock;

  MembershipSettlement(
      Memberships memberships,
      Admissions admissions,
      MembershipEntries entries,
      Measures measures,
      Persons persons,
      NewsLock newsLock,
      Clock clock) {
    super(memberships, persons, newsLock, clock);
    this.memberships = memberships;
    this.admissions = admissions;
    this.entries = entries;
    this.measures = measures;
    this.clock = clock;
  }

  void closed(@Observes SubjectClosed news) {
    Instant now = Moment.of(clock);
    for (Membership membership : memberships.of(Set.of(news.subject()))) {
      boolean changed = membership.close(news.at(), now);
      if (changed && membership.isPublic()) {
        String type = prepare(membership, now).orElse("membership.revised");
        membership.watch(now);
        entries.told(type, membership);
      } else if (changed) {
        admissions.lapse(membership.id(), Admissions.SERVICE, now);
        entries.told("membership.withdrawn", membership);
      }
    }
  }

  @Override
  protected void tell(String type, Membership membership) {
    entries.told(type, membership);
  }

  @Override
  protected Optional<String> prepare(Membership membership, Instant now) {
    if (!membership.isPublic() || membership.status() == MembershipStatus.ERASED) {
      return Optional.empty();
    }
    Instant successor = memberships.successor(membership).map(Membership::admittedAt).orElse(null);
    Consequence consequence =
        Consequence.of(
            measures.about(membership.subject()),
            MeasureKind.MEMBERSHIP_SUSPENSION,
            MeasureKind.MEMBERSHIP_EXCLUSION,
            membership.right(successor));
    if (membership.reopensBy(consequence, successor, now)) {
      memberships
          .application(membership.subject())
          .ifPresent(
              waiting -> {
                waiting.depart(now);
                admissions.lapse(waiting.id(), Admissions.SERVICE, now);
                entries.told("membership.withdrawn", waiting);
              });
    }
    return membership.settle(consequence, successor, now);
  }
}
