package vn.digitaltrust.alliance.membership;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.digitaltrust.alliance.registry.Holding;
import vn.digitaltrust.door.holder.Hold;
import vn.digitaltrust.vocabulary.VietnamTime;

/** ALL-81: which memberships hold the erasure of their subject. */
@ApplicationScoped
class MembershipHolds implements Holding {
  private final Memberships memberships;

  MembershipHolds(Memberships memberships) {
    this.memberships = memberships;
  }

  @Override
  public Optional<Hold> on(Set<UUID> person, Instant now) {
    return memberships.of(person).stream()
        .map(membership -> hold(membership.statusAt(now), membership.leftAt(), now))
        .filter(Objects::nonNull)
        .max(Comparator.comparing(Hold::until));
  }

  /**
   * @param leftAt when the membership is to end; null while nothing ends it
   * @return null when the membership holds nothing
   */
  static Hold hold(MembershipStatus status, Instant leftAt, Instant now) {
    LocalDate today = VietnamTime.dayOf(now);
    return switch (status) {
      case APPLIED -> Hold.longest("PROCEDURE", today);
      case ADMITTED ->
          leftAt == null
              ? Hold.longest("MEMBERSHIP", today)
              : Hold.upTo("MEMBERSHIP", VietnamTime.dayOf(leftAt), today);
      case REFUSED, WITHDRAWN, LEFT, EXCLUDED, ERASED -> null;
    };
  }
}
