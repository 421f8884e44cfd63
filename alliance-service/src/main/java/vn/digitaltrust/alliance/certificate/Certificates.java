package vn.digitaltrust.alliance.certificate;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.digitaltrust.alliance.Chunks;

/** The certificates in the database. */
@ApplicationScoped
class Certificates implements PanacheRepositoryBase<Certificate, UUID> {
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

  Optional<Certificate> byNumber(String number) {
    return find("number", number).firstResultOptional();
  }

  /** Those at whose boundary the time has come; replicas take different ones. */
  List<Certificate> due(Instant now, int most) {
    return find("nextLook <= ?1 order by nextLook", now)
        .page(0, most)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .withHint("jakarta.persistence.lock.timeout", -2)
        .list();
  }

  /**
   * Has them looked at again at an instant, or no more when it is null, without a new version:
   * nothing has changed.
   */
  void lookAgain(Collection<UUID> ids, Instant at) {
    for (List<UUID> part : Chunks.of(ids)) {
      getEntityManager()
          .createQuery("update Certificate set nextLook = :at where id in :ids")
          .setParameter("at", at)
          .setParameter("ids", part)
          .executeUpdate();
    }
  }

  /** The ids of all of these subjects, of however many. */
  List<UUID> idsOf(Set<UUID> subjects) {
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

  /** One row more than asked for; of all subjects when none is named. */
  List<Certificate> page(Set<UUID> subjects, String after, int limit) {
    Map<String, Object> is = new HashMap<>();
    is.put("after", after == null ? BEFORE_ALL : UUID.fromString(after));
    String where = "id > :after";
    if (subjects != null) {
      where += " and subject in :subjects";
      is.put("subjects", subjects);
    }
    return find(where + " order by id", is).page(0, limit + 1).list();
  }
}
