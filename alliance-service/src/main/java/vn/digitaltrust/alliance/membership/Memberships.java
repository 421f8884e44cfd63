package vn.digitaltrust.alliance.membership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.digitaltrust.alliance.Chunks;
import vn.digitaltrust.alliance.right.Rights;

/** The memberships in the database. */
@ApplicationScoped
class Memberships implements Rights<Membership> {
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  /** All of these subjects, in the order in which they were applied for. */
  List<Membership> of(Set<UUID> subjects) {
    return subjects.isEmpty() ? List.of() : list("subject in ?1 order by id", subjects);
  }

  /** The subject's next membership after this one that was admitted. */
  Optional<Membership> successor(Membership membership) {
    return find(
            "subject = ?1 and admittedAt is not null and id <> ?2"
                + " and (admittedAt > ?3 or admittedAt = ?3 and id > ?2) order by admittedAt, id",
            membership.subject(),
            membership.id(),
            membership.admittedAt())
        .firstResultOptional();
  }

  /** Makes a new version and holds the row: what belongs to it has changed. */
  void touch(Membership membership) {
    getEntityManager().lock(membership, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
  }

  Optional<Membership> application(UUID subject) {
    return find("subject = ?1 and status = ?2", subject, MembershipStatus.APPLIED)
        .firstResultOptional();
  }

  @Override
  public List<UUID> idsOf(Set<UUID> subjects) {
    return Chunks.of(subjects).stream()
        .flatMap(
            part ->
                getEntityManager()
                    .createQuery("select id from Membership where subject in :part", UUID.class)
                    .setParameter("part", part)
                    .getResultStream())
        .sorted()
        .toList();
  }

  /** How many memberships stand how, as watchers have heard it; what none stands in is left out. */
  Map<String, Long> countByStatus() {
    return getEntityManager()
        .createQuery(
            "select status, heard, count(*) from Membership group by status, heard", Object[].class)
        .getResultStream()
        .collect(
            Collectors.toMap(
                row ->
                    row[0] == MembershipStatus.ADMITTED && row[1] == MemberStanding.SUSPENDED
                        ? MemberStanding.SUSPENDED.name()
                        : ((MembershipStatus) row[0]).name(),
                row -> (Long) row[2],
                Long::sum));
  }

  /**
   * One row more than asked for; others' applications, and when somebody applied, only for
   * insiders.
   */
  List<Membership> page(
      Filter filter, Instant now, String after, int limit, Set<UUID> own, boolean all) {
    Map<String, Object> is = new HashMap<>();
    is.put("after", after == null ? BEFORE_ALL : UUID.fromString(after));
    String where = "id > :after";
    if (filter.subjects != null) {
      where += " and subject in :subjects";
      is.put("subjects", filter.subjects);
    }
    if (filter.status != null) {
      where += " and " + standing(filter.status);
      if (filter.status.endsByTime()) {
        is.put("now", now);
      }
    }
    if (filter.appliedBefore != null) {
      where += " and appliedAt < :before";
      is.put("before", filter.appliedBefore);
    }
    if (!all) {
      String insider = own.isEmpty() ? "" : " or subject in :own";
      where += filter.appliedBefore == null ? " and (admittedAt is not null" : " and (1 = 0";
      where += insider + ")";
      if (!own.isEmpty()) {
        is.put("own", own);
      }
    }
    return find(where + " order by id", is).page(0, limit + 1).list();
  }

  /** As {@link Membership#statusAt} says of each: an end by time is not written yet. */
  private static String standing(MembershipStatus status) {
    String written = "status = " + status;
    String over = "status = ADMITTED and leftAt <= :now and ";
    return switch (status) {
      case ADMITTED -> written + " and (leftAt is null or leftAt > :now)";
      case LEFT -> "(" + written + " or " + over + "leftAt = departedAt)";
      case EXCLUDED ->
          "(" + written + " or " + over + "(departedAt is null or leftAt <> departedAt))";
      default -> written;
    };
  }

  /**
   * ALL-100: which memberships; what is null narrows nothing.
   *
   * @param status as of now
   */
  record Filter(Set<UUID> subjects, MembershipStatus status, Instant appliedBefore) {}
}
