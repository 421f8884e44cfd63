package vn.digitaltrust.alliance.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.digitaltrust.alliance.Chunks;
import vn.digitaltrust.alliance.right.Rights;
import vn.digitaltrust.vocabulary.CertificateNumber;

/** The certificates in the database. */
@ApplicationScoped
class Certificates implements Rights<Certificate> {
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  String nextNumber() {
    Long next =
        (Long)
            getEntityManager()
                .createNativeQuery("select nextval('certificate_number')", Long.class)
                .getSingleResult();
    return CertificateNumber.of(next);
  }

  /** All of these subjects, oldest first. */
  List<Certificate> of(Set<UUID> subjects) {
    return subjects.isEmpty() ? List.of() : list("subject in ?1 order by id", subjects);
  }

  /**
   * Waits until no other grant looks at the certificates of this person, and keeps others waiting
   * until the transaction ends: of two at once the later one sees what the earlier one granted, and
   * is told the rule instead of a conflict.
   */
  void oneByOne(Set<UUID> person) {
    UUID first = Collections.min(person);
    getEntityManager()
        .createNativeQuery("select 1 from pg_advisory_xact_lock(:key)", Integer.class)
        .setParameter("key", first.getMostSignificantBits() ^ first.getLeastSignificantBits())
        .getSingleResult();
  }

  Optional<Certificate> byNumber(String number) {
    return find("number", number).firstResultOptional();
  }

  @Override
  public List<UUID> idsOf(Set<UUID> subjects) {
    return Chunks.of(subjects).stream()
        .flatMap(
            part ->
                getEntityManager()
                    .createQuery("select id from Certificate where subject in :part", UUID.class)
                    .setParameter("part", part)
                    .getResultStream())
        .sorted()
        .toList();
  }

  /** How many certificates stand how, as watchers have heard it; what none is in is left out. */
  Map<CertificateStatus, Long> countByStatus(Instant now) {
    return getEntityManager()
        .createQuery(
            "select heard, startsAt > :now as upcoming, count(*) from Certificate"
                + " group by heard, upcoming",
            Object[].class)
        .setParameter("now", now)
        .getResultStream()
        .collect(
            Collectors.toMap(
                row ->
                    row[0] == CertificateStatus.VALID && (Boolean) row[1]
                        ? CertificateStatus.UPCOMING
                        : (CertificateStatus) row[0],
                row -> (Long) row[2],
                Long::sum));
  }

  /** One row more than asked for. */
  List<Certificate> page(Filter filter, Instant now, String after, int limit) {
    Map<String, Object> is = new HashMap<>();
    is.put("after", after == null ? BEFORE_ALL : UUID.fromString(after));
    String where = "from Certificate c where c.id > :after";
    if (filter.subjects != null) {
      where += " and c.subject in :subjects";
      is.put("subjects", filter.subjects);
    }
    if (filter.status != null) {
      where += " and " + standing(filter.status);
      is.put("now", now);
    }
    if (filter.endsBefore != null) {
      where += " and (c.termEndsAt < :before or c.closedAt < :before)";
      is.put("before", filter.endsBefore);
    }
    return find(where + " order by c.id", is).page(0, limit + 1).list();
  }

  /** As {@link Certificate#statusAt} says of each. */
  private static String standing(CertificateStatus status) {
    String withdrawn = "c.withdrawnAt is not null and c.withdrawnAt <= :now";
    String ended = "(c.termEndsAt <= :now or c.closedAt is not null and c.closedAt <= :now)";
    String open = "not (" + withdrawn + ") and not " + ended;
    String paused =
        "exists (select 1 from c.suspensions s where s.startsAt <= :now"
            + " and (s.endsAt is null or s.endsAt > :now))";
    return switch (status) {
      case WITHDRAWN -> withdrawn;
      case ENDED -> "not (" + withdrawn + ") and " + ended;
      case UPCOMING -> open + " and c.startsAt > :now";
      case SUSPENDED -> open + " and c.startsAt <= :now and " + paused;
      case VALID -> open + " and c.startsAt <= :now and not " + paused;
    };
  }

  /**
   * ALL-101: which certificates; what is null narrows nothing.
   *
   * @param status as of now
   */
  record Filter(Set<UUID> subjects, CertificateStatus status, Instant endsBefore) {}
}
