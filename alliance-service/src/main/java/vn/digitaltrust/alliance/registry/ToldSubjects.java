package vn.digitaltrust.alliance.registry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import vn.digitaltrust.alliance.registry.Closures.Closure;
import vn.digitaltrust.journal.RowBatches;

/**
 * ALL-72: what a snapshot tells of subjects, while it is loaded; each effect is one statement over
 * all of them. In the caller's transaction, of which there is one at a time.
 */
@ApplicationScoped
class ToldSubjects {
  private final EntityManager database;
  private final DataSource dataSource;

  ToldSubjects(EntityManager database, DataSource dataSource) {
    this.database = database;
    this.dataSource = dataSource;
  }

  /** Begins; the rows are there when this is closed. */
  Loading load() {
    forget();
    return new Loading(
        new RowBatches(
            dataSource,
            "insert into told_subject (subject, status, merged_into, told_at)"
                + " select subject, status, merged_into, cast(told_at as timestamptz)"
                + " from unnest(?, ?, ?, ?) as told (subject, status, merged_into, told_at)",
            "uuid",
            "text",
            "uuid",
            "text"));
  }

  /** Takes the lines of a snapshot. */
  record Loading(RowBatches rows) implements AutoCloseable {
    /**
     * Keeps a line.
     *
     * @param subject its status, whichever it is, and when that was told
     * @param mergedInto null if it was merged into nobody
     */
    void keep(Closure subject, UUID mergedInto) {
      rows.add(
          subject.subject(),
          Closures.shortened(subject.status()),
          mergedInto,
          subject.at().toString());
    }

    @Override
    public void close() {
      rows.close();
    }
  }

  /**
   * ALL-51: the subjects that are no longer merged as they were, or newly are, and whom they were
   * or are merged into. One of an unknown status stays as it is, as does one that is merged into
   * nobody.
   */
  Set<UUID> regrouped() {
    List<?> ids =
        known(
                database.createNativeQuery(
                    """
                    select unnest(array[coalesce(t.subject, m.subject), t.merged_into, m.merged_into])
                    from told_subject t full join subject_merge m on m.subject = t.subject
                    where t.merged_into is distinct from m.merged_into
                      and (t.subject is null or t.merged_into is not null or t.status in (:known))
                    """,
                    UUID.class))
            .getResultList();
    return ids.stream()
        .filter(id -> id != null)
        .map(UUID.class::cast)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Makes the merges those of the snapshot. */
  void merge() {
    known(
            database.createNativeQuery(
                """
                delete from subject_merge m where not exists (
                  select from told_subject t where t.subject = m.subject and t.status not in (:known))
                """))
        .executeUpdate();
    database
        .createNativeQuery(
            """
            insert into subject_merge as m (subject, merged_into)
            select subject, merged_into from told_subject where merged_into is not null
            on conflict (subject) do update set merged_into = excluded.merged_into
              where m.merged_into <> excluded.merged_into
            """)
        .executeUpdate();
  }

  /** ALL-55: opens and closes whom the snapshot tells to be open or closed. */
  void close() {
    alive(
            database.createNativeQuery(
                """
                delete from closed_subject c using told_subject t
                where t.subject = c.subject and c.status <> 'ERASED' and t.status in (:alive)
                """))
        .executeUpdate();
    alive(
            database.createNativeQuery(
                """
                insert into closed_subject as c (subject, status, closed_at, due)
                select subject, status, told_at, status in (:ending) from told_subject
                where status not in (:alive) and status <> :merged
                on conflict (subject) do update
                  set status = excluded.status, closed_at = excluded.closed_at, due = excluded.due or c.due
                  where c.status <> excluded.status and c.status <> 'ERASED'
                """))
        .setParameter("ending", Closure.ENDING)
        .setParameter("merged", RegistryChanges.MERGED)
        .executeUpdate();
  }

  /** Leaves nothing behind. */
  void forget() {
    database.createNativeQuery("delete from told_subject").executeUpdate();
  }

  private static Query alive(Query query) {
    return query.setParameter("alive", RegistryChanges.ALIVE);
  }

  /** The statuses that say that a subject stands for itself. */
  private static Query known(Query query) {
    return query.setParameter("known", RegistryChanges.ALONE);
  }
}
