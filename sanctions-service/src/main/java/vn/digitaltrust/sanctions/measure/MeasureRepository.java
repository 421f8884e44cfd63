package vn.digitaltrust.sanctions.measure;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.LockMode;
import org.hibernate.Session;

/** The present rows of measures and the versions that were told. */
@ApplicationScoped
class MeasureRepository implements PanacheRepositoryBase<Measure, UUID> {
  List<Measure> ofCase(UUID caseId) {
    return list("caseId = ?1 order by id", caseId);
  }

  List<Measure> of(Collection<UUID> subjects) {
    return list("subject in ?1 order by id", subjects);
  }

  /**
   * Some measures whose time ran out and of which nobody has heard yet, locked; those that another
   * replica has locked are left to it.
   */
  List<Measure> endedUnannounced(Instant now, int most) {
    return getEntityManager()
        .unwrap(Session.class)
        .createSelectionQuery(
            "from Measure where endsAt <= :now and not endAnnounced and endState is null"
                + " order by endsAt, id",
            Measure.class)
        .setParameter("now", now)
        .setMaxResults(most)
        .setHibernateLockMode(LockMode.UPGRADE_SKIPLOCKED)
        .getResultList();
  }

  void keep(MeasureVersion version) {
    getEntityManager().persist(version);
  }

  /** Every version of a measure from the first one on. */
  List<MeasureVersion> versions(UUID measure, long after, int rows) {
    return getEntityManager()
        .createQuery(
            "from MeasureVersion where key.measure = :measure and key.version > :after"
                + " order by key.version",
            MeasureVersion.class)
        .setParameter("measure", measure)
        .setParameter("after", after)
        .setMaxResults(rows)
        .getResultList();
  }

  /** SAN-47: of each measure of these subjects the last version that was told by then. */
  List<MeasureVersion> knownAt(Collection<UUID> subjects, Instant knownAt, UUID after, int rows) {
    return getEntityManager()
        .createQuery(
            "from MeasureVersion v where v.subject in :subjects and v.key.measure > :after"
                + " and v.key.version = (select max(w.key.version) from MeasureVersion w"
                + " where w.key.measure = v.key.measure and w.recordedAt <= :knownAt)"
                + " order by v.key.measure",
            MeasureVersion.class)
        .setParameter("subjects", subjects)
        .setParameter("knownAt", knownAt)
        .setParameter("after", after)
        .setMaxResults(rows)
        .getResultList();
  }

  Optional<MeasureVersion> latest(UUID measure) {
    return getEntityManager()
        .createQuery(
            "from MeasureVersion where key.measure = :measure order by key.version desc",
            MeasureVersion.class)
        .setParameter("measure", measure)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  long inForce(Instant now) {
    return getEntityManager()
        .createQuery(
            "select count(*) from Measure m where m.endState is null and m.startsAt <= :now"
                + " and (m.endsAt is null or m.endsAt > :now)"
                + " and not exists (select 1 from m.stays s where s.startsAt <= :now"
                + " and (s.endsAt is null or s.endsAt > :now))",
            Long.class)
        .setParameter("now", now)
        .getSingleResult();
  }

  /** Makes a new version and holds the row: its texts were changed past the persistence context. */
  void touch(Measure measure) {
    getEntityManager().lock(measure, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
  }
}
