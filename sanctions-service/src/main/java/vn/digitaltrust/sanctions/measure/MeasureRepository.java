package vn.digitaltrust.sanctions.measure;

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
import org.hibernate.LockMode;
import org.hibernate.Session;
import vn.digitaltrust.sanctions.registry.PrivateTexts;
import vn.digitaltrust.sanctions.registry.SubjectNames;
import vn.digitaltrust.vocabulary.MeasureKind;

/** The present rows of measures and the versions that were told. */
@ApplicationScoped
class MeasureRepository implements PanacheRepositoryBase<Measure, UUID> {
  private static final String EFFECT =
      "select 1 from journal_entry e where e.audience = 'INTERNAL' and e.aggregate = 'measure'";

  private final PrivateTexts texts;

  MeasureRepository(PrivateTexts texts) {
    this.texts = texts;
  }

  /** The measures of a case to be changed: locked, in the order of their decision. */
  List<Measure> ofCase(UUID caseId) {
    return find("caseId = ?1 order by id", caseId).withLock(LockModeType.PESSIMISTIC_WRITE).list();
  }

  /** The ids of the measures of each case, in the order of their decision. */
  Map<UUID, List<UUID>> ofCases(Collection<UUID> cases, boolean interim) {
    return getEntityManager()
        .createQuery(
            "select caseId, id from Measure where caseId in :cases and interim = :interim"
                + " order by id",
            Object[].class)
        .setParameter("cases", cases)
        .setParameter("interim", interim)
        .getResultStream()
        .collect(
            Collectors.groupingBy(
                row -> (UUID) row[0],
                Collectors.mapping(row -> (UUID) row[1], Collectors.toList())));
  }

  Optional<Measures.Origin> origin(UUID id) {
    return getEntityManager()
        .createQuery("select subject, caseId from Measure where id = :id", Object[].class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst()
        .map(row -> new Measures.Origin((UUID) row[0], (UUID) row[1]));
  }

  /** SAN-50: which of these were annulled since; they never were, whatever was known when. */
  Set<UUID> annulled(Collection<UUID> measures) {
    return Set.copyOf(
        getEntityManager()
            .createQuery(
                "select id from Measure where id in :measures and endState = :annulled", UUID.class)
            .setParameter("measures", measures)
            .setParameter("annulled", MeasureEnd.State.ANNULLED)
            .getResultList());
  }

  /** SAN-100: which of these are public at an instant, ended or not. */
  Set<UUID> publicAt(Instant at, Collection<UUID> measures) {
    return Set.copyOf(
        getEntityManager()
            .createQuery(
                "select id from Measure where id in :measures"
                    + " and (publishedUntil is null or publishedUntil > :at)",
                UUID.class)
            .setParameter("measures", measures)
            .setParameter("at", at)
            .getResultList());
  }

  /**
   * Some measures that touch a right and of whose effect the journal has never told.
   *
   * @param kinds the kinds that touch one
   */
  List<UUID> withoutEffectTold(Collection<MeasureKind> kinds, UUID after, int most) {
    return getEntityManager()
        .unwrap(Session.class)
        .createNativeQuery(
            "select id from measure m where kind in (:kinds) and id > :after and not exists ("
                + EFFECT
                + " and e.aggregate_id = m.id) order by id",
            UUID.class)
        .setParameter("kinds", kinds.stream().map(MeasureKind::name).toList())
        .setParameter("after", after)
        .setMaxResults(most)
        .getResultList();
  }

  /** Whether the journal has told of the effect of a measure. */
  boolean isEffectTold(UUID measure) {
    return !getEntityManager()
        .createNativeQuery(EFFECT + " and e.aggregate_id = :measure", Integer.class)
        .setParameter("measure", measure)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /** Some measures of which nothing is public any more and of which that was not told yet. */
  List<UUID> noLongerPublic(Instant now, UUID after, int most) {
    return getEntityManager()
        .createQuery(
            "select id from Measure where publishedUntil <= :now and not unpublished"
                + " and id > :after order by id",
            UUID.class)
        .setParameter("now", now)
        .setParameter("after", after)
        .setMaxResults(most)
        .getResultList();
  }

  /** One of them, locked; empty if it was told meanwhile, or is locked by another replica. */
  Optional<Measure> lockNoLongerPublic(UUID id, Instant now) {
    return getEntityManager()
        .unwrap(Session.class)
        .createSelectionQuery(
            "from Measure where id = :id and publishedUntil <= :now and not unpublished",
            Measure.class)
        .setParameter("id", id)
        .setParameter("now", now)
        .setHibernateLockMode(LockMode.UPGRADE_SKIPLOCKED)
        .getResultStream()
        .findFirst();
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

  /**
   * SAN-164: of each measure of a page the last version.
   *
   * @param subjects only of these, or null
   * @param named only of somebody called so (SAN-160), or null
   * @param own every id of the reader itself
   */
  List<MeasureVersion> page(
      MeasureFilter filter,
      Collection<UUID> subjects,
      String named,
      Collection<UUID> own,
      UUID after,
      int rows) {
    StringBuilder query =
        new StringBuilder(
            "select v from MeasureVersion v, Measure m where v.key.measure = m.id"
                + " and v.key.version = (select max(w.key.version) from MeasureVersion w"
                + " where w.key.measure = m.id) and m.id > :after");
    Map<String, Object> values = new HashMap<>(Map.of("after", after));
    if (subjects != null) {
      query.append(" and m.subject in :subjects");
      values.put("subjects", subjects);
    }
    if (named != null) {
      query.append(" and ").append(SubjectNames.isNamed("m.subject"));
      values.put("named", named);
      values.put("own", own);
    }
    if (filter.kind() != null) {
      query.append(" and m.kind = :kind");
      values.put("kind", filter.kind());
    }
    if (filter.ground() != null) {
      query.append(" and m.ground = :ground");
      values.put("ground", filter.ground());
    }
    if (filter.inForceAt() != null) {
      query.append(
          " and m.startsAt <= :at and (m.endsAt is null or m.endsAt > :at)"
              + " and (m.endState is null or m.endState <> :annulled and m.endAt > :at)"
              + " and not exists (select 1 from m.stays s where s.startsAt <= :at"
              + " and (s.endsAt is null or s.endsAt > :at))");
      values.put("at", filter.inForceAt());
      values.put("annulled", MeasureEnd.State.ANNULLED);
    }
    if (filter.territory() != null) {
      query.append(
          " and m.kind = :limit and cast(sql('jsonb_array_length(?->''territories'') = 0"
              + " or jsonb_exists(?->''territories'', ?)', m.scope, m.scope, :territory)"
              + " as Boolean) = true");
      values.put("limit", MeasureKind.ENGAGEMENT_LIMIT);
      values.put("territory", filter.territory());
    }
    var page =
        getEntityManager()
            .createQuery(query.append(" order by m.id").toString(), MeasureVersion.class)
            .setMaxResults(rows);
    values.forEach(page::setParameter);
    return page.getResultList();
  }

  /** Of each of these measures the last version. */
  List<MeasureVersion> latest(Collection<UUID> measures) {
    return getEntityManager()
        .createQuery(
            "from MeasureVersion v where v.key.measure in :measures"
                + " and v.key.version = (select max(w.key.version) from MeasureVersion w"
                + " where w.key.measure = v.key.measure)",
            MeasureVersion.class)
        .setParameter("measures", measures)
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

  /**
   * How many measures of each kind stand how at an instant, as {@link MeasureTimeline#at} says of
   * each; what nothing stands in is left out.
   */
  Map<MeasureGauges.Standing, Long> countByStanding(Instant now) {
    return getEntityManager()
        .createQuery(
            "select m.kind, case"
                + " when m.endState = :annulled then 'ANNULLED'"
                + " when m.endState is not null and m.endAt <= :now then 'LIFTED'"
                + " when m.endsAt <= :now then 'EXPIRED'"
                + " when m.startsAt > :now then 'SCHEDULED'"
                + " when exists (select 1 from m.stays s where s.startsAt <= :now"
                + " and (s.endsAt is null or s.endsAt > :now)) then 'STAYED'"
                + " else 'IN_FORCE' end as standing, count(*)"
                + " from Measure m group by m.kind, standing",
            Object[].class)
        .setParameter("now", now)
        .setParameter("annulled", MeasureEnd.State.ANNULLED)
        .getResultStream()
        .collect(
            Collectors.toMap(
                row ->
                    new MeasureGauges.Standing(
                        (MeasureKind) row[0], MeasureStatus.valueOf((String) row[1])),
                row -> (Long) row[2]));
  }

  /** SAN-72: erases the private texts about a subject; returns all that is kept about it. */
  List<UUID> eraseTexts(UUID subject) {
    return texts.erase("erase_measure_texts", subject);
  }

  /** The measures of a person that no decision has ended. */
  List<Measure> unended(Collection<UUID> subjects) {
    return list("subject in ?1 and endState is null", subjects);
  }

  /** Makes a new version and holds the row: its texts were changed past the persistence context. */
  void touch(Measure measure) {
    getEntityManager().lock(measure, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
  }
}
