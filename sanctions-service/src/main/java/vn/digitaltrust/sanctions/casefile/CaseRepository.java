package vn.digitaltrust.sanctions.casefile;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.sanctions.registry.PrivateTexts;
import vn.digitaltrust.sanctions.registry.SubjectNames;

@ApplicationScoped
class CaseRepository implements PanacheRepositoryBase<CaseFile, UUID> {
  private final PrivateTexts texts;

  CaseRepository(PrivateTexts texts) {
    this.texts = texts;
  }

  /** As {@link CaseFile#knownToSubject}. */
  private static final String KNOWN_TO_SUBJECT =
      "(windowClosesAt is not null or interim.first is not null)";

  /** A case to be changed: locked, so that of two changes at once the later one sees the first. */
  CaseFile require(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
        .orElseThrow(() -> Refusal.notFound("case", id));
  }

  /** Whom a case is about, without reading it; known before anything is locked. */
  UUID subjectOf(UUID id) {
    return getEntityManager()
        .createQuery("select subject from CaseFile where id = :id", UUID.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("case", id));
  }

  /** Where the cases about these subjects stand. */
  List<Standing> standings(Collection<UUID> subjects) {
    return getEntityManager()
        .createQuery(
            "select status, appealBy from CaseFile where subject in :subjects", Object[].class)
        .setParameter("subjects", subjects)
        .getResultStream()
        .map(row -> new Standing((CaseStatus) row[0], (Instant) row[1]))
        .toList();
  }

  /** Where a case stands, and until when it can be appealed. */
  record Standing(CaseStatus status, Instant appealBy) {}

  /** SAN-90: one page of the cases that a reader may know of. */
  List<CaseFile> page(Filter filter, UUID after, int rows) {
    StringBuilder query = new StringBuilder("id > :after");
    Map<String, Object> values = new HashMap<>(Map.of("after", after, "own", filter.own));
    query.append(
        filter.staff
            ? " and (subject not in :own or " + KNOWN_TO_SUBJECT + ")"
            : " and subject in :own and " + KNOWN_TO_SUBJECT);
    if (filter.subjects != null) {
      query.append(" and subject in :subjects");
      values.put("subjects", filter.subjects);
    }
    if (filter.status != null) {
      query.append(" and status = :status");
      values.put("status", filter.status);
    }
    if (filter.named != null) {
      query.append(" and ").append(SubjectNames.isNamed("subject"));
      values.put("named", filter.named);
    }
    if (filter.dueBefore != null) {
      query.append(
          " and (status = :notified and windowClosesAt < :due or status = :decided and appealBy < :due)");
      values.put("notified", CaseStatus.NOTIFIED);
      values.put("decided", CaseStatus.DECIDED);
      values.put("due", filter.dueBefore);
    }
    return find(query.append(" order by id").toString(), values).page(0, rows).list();
  }

  /** How many characters the texts of each case have; read without the texts. */
  Map<UUID, Long> characters(Collection<UUID> cases) {
    if (cases.isEmpty()) {
      return Map.of();
    }
    List<?> rows =
        getEntityManager()
            .createNativeQuery(
                """
                select case_id, cast(sum(characters) as bigint) from (
                  select case_id, length(text) + coalesce(length(statement), 0) as characters
                    from subject_response where case_id in (:ids)
                  union all
                  select case_id, length(cast(allegations as text)) + length(cast(evidence as text))
                    from notice where case_id in (:ids)
                  union all
                  select case_id, length(reasons) + length(cast(measures as text))
                    from proposal where case_id in (:ids)
                  union all
                  select case_id, length(reasons) from decision where case_id in (:ids)
                ) as texts group by case_id
                """,
                Object[].class)
            .setParameter("ids", cases)
            // A flush would end the batches in which the parts of these cases are read.
            .setFlushMode(FlushModeType.COMMIT)
            .getResultList();
    Map<UUID, Long> characters = new HashMap<>();
    for (Object row : rows) {
      Object[] sum = (Object[]) row;
      characters.put((UUID) sum[0], sum[1] == null ? 0L : (Long) sum[1]);
    }
    return characters;
  }

  /**
   * Which cases.
   *
   * @param staff whether the reader sees the cases of others
   * @param own every id of the reader itself, whose cases it sees once it was told of them
   * @param subjects only the cases about these, or null
   * @param status only the cases that stand so, or null
   * @param named only the cases about somebody called so (SAN-160), or null
   * @param dueBefore only the cases in which a term ends before, or null
   */
  record Filter(
      boolean staff,
      Collection<UUID> own,
      Collection<UUID> subjects,
      CaseStatus status,
      String named,
      Instant dueBefore) {}

  Map<CaseStatus, Long> countByStatus() {
    Map<CaseStatus, Long> counts = new EnumMap<>(CaseStatus.class);
    for (CaseStatus status : CaseStatus.values()) {
      counts.put(status, 0L);
    }
    getEntityManager()
        .createQuery("select status, count(*) from CaseFile group by status", Object[].class)
        .getResultList()
        .forEach(row -> counts.put((CaseStatus) row[0], (Long) row[1]));
    return counts;
  }

  /** SAN-72: erases the private texts about a subject; returns all that is kept about it. */
  List<UUID> eraseTexts(UUID subject) {
    return texts.erase("erase_case_texts", subject);
  }

  /** Makes a new version and holds the row: its texts were changed past the persistence context. */
  void touch(CaseFile caseFile) {
    getEntityManager().lock(caseFile, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
  }
}
