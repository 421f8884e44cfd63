package vn.digitaltrust.alliance.membership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.digitaltrust.alliance.registry.Persons;
import vn.digitaltrust.alliance.registry.SubjectClosed;
import vn.digitaltrust.alliance.registry.SubjectsTouched;
import vn.digitaltrust.alliance.registry.Turn;
import vn.digitaltrust.alliance.sanctions.Consequence;
import vn.digitaltrust.alliance.sanctions.MeasureKind;
import vn.digitaltrust.alliance.sanctions.Measures;
import vn.digitaltrust.journal.Moment;

/** ALL-18, ALL-19: makes memberships follow from measures, merges and the registry's endings. */
@ApplicationScoped
class MembershipSettlement {
  /** Settled at once; the rest of a reload follows in steps, as a transaction has few entries. */
  private static final int AT_ONCE = 200;

  private final Memberships memberships;
  private final MembershipEntries entries;
  private final Measures measures;
  private final Persons persons;
  private final Turn turn;
  private final Clock clock;

  MembershipSettlement(
      Memberships memberships,
      MembershipEntries entries,
      Measures measures,
      Persons persons,
      Turn turn,
      Clock clock) {
    this.memberships = memberships;
    this.entries = entries;
    this.measures = measures;
    this.persons = persons;
    this.turn = turn;
    this.clock = clock;
  }

  void touched(@Observes SubjectsTouched news) {
    Instant now = Moment.of(clock);
    List<UUID> concerned = memberships.idsOf(persons.sameAs(news.subjects()));
    int atOnce = Math.min(AT_ONCE, concerned.size());
    memberships
        .list("id in ?1 order by id", concerned.subList(0, atOnce))
        .forEach(membership -> settle(membership, now));
    memberships.lookAgain(concerned.subList(atOnce, concerned.size()), now);
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
        entries.told("membership.withdrawn", membership);
      }
    }
  }

  /**
   * Tells the journal of boundaries that have been passed; safe in several replicas at once.
   *
   * @return how many memberships were looked at
   */
  @Transactional
  int announce(int most) {
    turn.granting();
    Instant now = Moment.of(clock);
    List<Membership> due = memberships.due(now, most);
    due.forEach(membership -> settle(membership, now));
    return due.size();
  }

  /** Recomputes the membership and appends an entry if anything came of it. */
  void settle(Membership membership, Instant now) {
    Optional<String> type = prepare(membership, now);
    if (type.isPresent()) {
      entries.told(type.get(), membership);
    } else if (!Objects.equals(membership.nextLook(), membership.nextBoundary(now))) {
      memberships.lookAgain(List.of(membership.id()), membership.nextBoundary(now));
    }
  }

  /** Recomputes the membership; what the entry would be called, if anything came of it. */
  Optional<String> prepare(Membership membership, Instant now) {
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
                entries.told("membership.withdrawn", waiting);
              });
    }
    return membership.settle(consequence, successor, now);
  }
}
