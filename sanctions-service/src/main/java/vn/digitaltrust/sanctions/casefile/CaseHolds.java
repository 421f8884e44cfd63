package vn.digitaltrust.sanctions.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.digitaltrust.door.holder.Hold;
import vn.digitaltrust.sanctions.registry.Holding;
import vn.digitaltrust.vocabulary.VietnamTime;

/** SAN-120: which cases hold the erasure of their subject. */
@ApplicationScoped
class CaseHolds implements Holding {
  private static final String CODE = "PROCEDURE";

  private final CaseRepository repository;

  CaseHolds(CaseRepository repository) {
    this.repository = repository;
  }

  @Override
  public Optional<Hold> on(Set<UUID> same, Instant now) {
    return repository.standings(same).stream()
        .map(standing -> hold(standing.status(), standing.appealBy(), now))
        .filter(Objects::nonNull)
        .max(Comparator.comparing(Hold::until));
  }

  /**
   * @param appealBy the end of the term of appeal, or null before a decision
   * @return null when the case holds nothing
   */
  static Hold hold(CaseStatus status, Instant appealBy, Instant now) {
    LocalDate today = VietnamTime.dayOf(now);
    return switch (status) {
      case OPENED, NOTIFIED, RESPONDED, PROPOSED, RETURNED, APPEALED -> Hold.longest(CODE, today);
      case DECIDED ->
          now.isBefore(appealBy) ? Hold.upTo(CODE, VietnamTime.dayOf(appealBy), today) : null;
      case RULED, CLOSED, DISMISSED, WITHDRAWN -> null;
    };
  }
}
