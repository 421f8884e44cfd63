package vn.digitaltrust.registry.subject;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.jpa.HibernateHints;
import vn.digitaltrust.door.Refusal;

/** Where subjects are kept. */
@ApplicationScoped
class SubjectRepository implements PanacheRepositoryBase<Subject, UUID> {
  private static final UUID FIRST = new UUID(0, 0);

  /** The subject, or the refusal that callers hear. */
  Subject require(UUID id) {
    return findByIdOptional(id).orElseThrow(() -> Refusal.notFound("subject", id));
  }

  /**
   * The subject to be shown, by one statement: it is whole as of one moment, and a reading needs no
   * transaction, which would cost as much again.
   */
  Subject shown(UUID id) {
    return find("#Subject.shown", Map.of("id", id))
        .singleResultOptional()
        .orElseThrow(() -> Refusal.notFound("subject", id));
  }

  /** The same by its registration number. */
  Optional<Subject> shownByNumber(String number) {
    return find("#Subject.shownByNumber", Map.of("number", number)).singleResultOptional();
  }

  /** The subject, locked until the transaction ends. */
  Subject lock(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
        .orElseThrow(() -> Refusal.notFound("subject", id));
  }

  /**
   * @param asked whether those are listed, too, whose erasure is asked for (REG-84)
   */
  List<Subject> page(
      SubjectKind kind, Collection<SubjectStatus> statuses, boolean asked, UUID after, int most) {
    return find(
            "#Subject.page",
            Map.of(
                "kind",
                kind,
                "statuses",
                statuses,
                "asked",
                asked,
                "after",
                after == null ? FIRST : after))
        .page(0, most)
        .list();
  }

  /** The subject itself and, after however many merges, all that are it today; locked. */
  List<Subject> withAllMergedInto(Subject subject) {
    var found = new ArrayList<Subject>(List.of(subject));
    var ids = Set.of(subject.id());
    while (!ids.isEmpty()) {
      var next =
          find("#Subject.mergedInto", Map.of("ids", ids))
              .withLock(LockModeType.PESSIMISTIC_WRITE)
              .list();
      found.addAll(next);
      ids = next.stream().map(Subject::id).collect(Collectors.toSet());
    }
    return found;
  }

  /** These subjects and, after however many merges, all that are one of them; not locked. */
  Set<UUID> withAllMergedInto(Collection<UUID> ids) {
    var found = new LinkedHashSet<>(ids);
    var next = ids;
    while (!next.isEmpty()) {
      next =
          getEntityManager()
              .createNamedQuery("Subject.idsMergedInto", UUID.class)
              .setParameter("ids", next)
              .getResultList();
      found.addAll(next);
    }
    return found;
  }

  /** All ids under which this person goes or went; not locked. */
  Set<UUID> sameAs(Subject subject) {
    return withAllMergedInto(Set.of(canonical(subject)));
  }

  /** The subject that this one is today, after however many merges. */
  Subject canonicalOf(Subject subject) {
    return subject.mergedInto() == null ? subject : require(canonical(subject));
  }

  /** The id of {@link #canonicalOf}. */
  UUID canonical(Subject subject) {
    return canonical(List.of(subject)).getOrDefault(subject.id(), subject.id());
  }

  /**
   * REG-72: the subjects that these are today, of those that were merged; by one statement. The
   * database forbids circles.
   */
  Map<UUID, UUID> canonical(Collection<Subject> some) {
    var merged = some.stream().filter(it -> it.mergedInto() != null).map(Subject::id).toList();
    return merged.isEmpty() ? Map.of() : canonicalIds(merged);
  }

  /** What each of these subjects is today, after however many merges. */
  Map<UUID, UUID> canonicalIds(Collection<UUID> ids) {
    @SuppressWarnings("unchecked")
    List<Tuple> rows =
        getEntityManager()
            .createNativeQuery(
                "select id, canonical_subject(id) as canonical from subject where id in (:ids)",
                Tuple.class)
            .setParameter("ids", Set.copyOf(ids))
            .getResultList();
    return rows.stream()
        .collect(
            Collectors.toMap(
                row -> row.get("id", UUID.class), row -> row.get("canonical", UUID.class)));
  }

  /** How many subjects of each kind stand where; what nobody stands in is left out. */
  Map<SubjectGauges.Standing, Long> countByStanding() {
    return getEntityManager()
        .createQuery(
            "select kind, status, count(*) from Subject group by kind, status", Object[].class)
        .getResultStream()
        .collect(
            Collectors.toMap(
                row -> new SubjectGauges.Standing((SubjectKind) row[0], (SubjectStatus) row[1]),
                row -> (Long) row[2]));
  }

  /** A fresh value of the sequence of registration numbers. */
  long nextNumber() {
    return ((Number)
            getEntityManager()
                .createNativeQuery("select nextval('registration_number')", Long.class)
                // It reads no table, so nothing that waits to be written has to go first.
                .setHint(HibernateHints.HINT_NATIVE_SPACES, "registration_number")
                .getSingleResult())
        .longValue();
  }
}
