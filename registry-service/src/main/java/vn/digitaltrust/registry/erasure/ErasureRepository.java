package vn.digitaltrust.registry.erasure;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.door.TwoPeople;

/** Requests and the answers to them. */
@ApplicationScoped
class ErasureRepository implements PanacheRepositoryBase<ErasureRequest, UUID> {
  private static final UUID FIRST = new UUID(0, 0);

  /** The last entry about each request and about what was merged into its person. */
  private static final String TOLD =
      """
      with recursive same (request, subject) as (
        select r.id, r.subject from erasure_request r where r.id in (:requests)
        union
        select same.request, s.id from same join subject s on s.merged_into = same.subject)
      select same.request, max(e.position)
      from same join journal_entry e on e.subject = same.subject
      where e.payload is not null
        and (e.aggregate = 'erasure-request' and e.aggregate_id = same.request
          or e.aggregate = 'subject' and e.type like '%merged')
      group by same.request
      """;

  /** A request, or the refusal that callers hear. */
  ErasureRequest require(UUID id) {
    return findByIdOptional(id).orElseThrow(() -> Refusal.notFound("erasure request", id));
  }

  /** A request, locked until the transaction ends. */
  ErasureRequest lock(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
        .orElseThrow(() -> Refusal.notFound("erasure request", id));
  }

  /** Whose erasure is asked for; known before anything is locked, and never changes. */
  UUID subjectOf(UUID id) {
    return getEntityManager()
        .createQuery("select subject from ErasureRequest where id = :id", UUID.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("erasure request", id));
  }

  List<ErasureRequest> page(TwoPeople.Status status, UUID subject, UUID after, int most) {
    var values = new HashMap<String, Object>();
    values.put("after", after == null ? FIRST : after);
    var query = "id > :after";
    if (status != null) {
      query += " and people.status = :status";
      values.put("status", status);
    }
    if (subject != null) {
      query += " and subject = :subject";
      values.put("subject", subject);
    }
    return find(query + " order by id", values).page(0, most).list();
  }

  /** The answers to each of these requests, by holder. */
  Map<UUID, List<HolderAnswer>> answers(Collection<UUID> requests) {
    return getEntityManager()
        .createQuery(
            "from HolderAnswer where request in :requests order by holder", HolderAnswer.class)
        .setParameter("requests", requests)
        .getResultStream()
        .collect(Collectors.groupingBy(HolderAnswer::request));
  }

  void persist(HolderAnswer answer) {
    getEntityManager().persist(answer);
  }

  /** Of each of these requests the place in the journal that an answer has to lie at or behind. */
  Map<UUID, Long> told(Collection<UUID> requests) {
    if (requests.isEmpty()) {
      return Map.of();
    }
    var told = new HashMap<UUID, Long>();
    for (var row :
        getEntityManager()
            .createNativeQuery(TOLD, Object[].class)
            .setParameter("requests", requests)
            .getResultList()) {
      var columns = (Object[]) row;
      told.put((UUID) columns[0], ((Number) columns[1]).longValue());
    }
    return told;
  }

  /** The place of the journal's last entry. */
  long head() {
    return ((Number)
            getEntityManager()
                .createNativeQuery("select position from journal_head", Long.class)
                .getSingleResult())
        .longValue();
  }

  /** The texts of what was asked for before and came to nothing. */
  void eraseTexts(UUID subject) {
    getEntityManager()
        .createNativeQuery(
            "update erasure_request set request_reason = null, decision_reason = null"
                + " where subject = :subject and request_status in ('REFUSED', 'TAKEN_BACK')")
        .setParameter("subject", subject)
        .executeUpdate();
  }
}
