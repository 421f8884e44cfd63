package vn.digitaltrust.sanctions.registry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import vn.digitaltrust.journal.RowBatches;

/**
 * SAN-71: who is the same subject, by the merges that the registry told. Resolved at each read, so
 * that an unmerge takes effect on everything at once.
 */
@ApplicationScoped
public class Subjects {
  private final EntityManager database;
  private final DataSource dataSource;

  Subjects(EntityManager database, DataSource dataSource) {
    this.database = database;
    this.dataSource = dataSource;
  }

  /** The id under which a subject is known now; the same id when nothing was merged. */
  public UUID canonical(UUID subject) {
    return (UUID)
        database
            .createNativeQuery("select canonical_subject(:subject)", UUID.class)
            .setParameter("subject", subject)
            .getSingleResult();
  }

  /** All ids under which this subject was ever given, its own included. */
  public Set<UUID> sameAs(UUID subject) {
    List<?> ids =
        database
            .createNativeQuery("select same_subjects(:subject)", UUID.class)
            .setParameter("subject", subject)
            .getResultList();
    return ids.stream().map(UUID.class::cast).collect(Collectors.toUnmodifiableSet());
  }

  /** A subject and everything that was merged into it, but not what it was merged into. */
  Set<UUID> within(UUID subject) {
    List<?> ids =
        database
            .createNativeQuery("select within_subject(:subject)", UUID.class)
            .setParameter("subject", subject)
            .getResultList();
    return ids.stream().map(UUID.class::cast).collect(Collectors.toUnmodifiableSet());
  }

  /** Whether two ids stand for one subject now. */
  public boolean same(UUID one, UUID other) {
    return one.equals(other) || canonical(one).equals(canonical(other));
  }

  /** Keeps that one subject was merged into another. */
  void merged(UUID subject, UUID into) {
    database
        .createNativeQuery(
            "insert into subject_merge (subject, merged_into) values (:subject, :into)"
                + " on conflict (subject) do update set merged_into = excluded.merged_into")
        .setParameter("subject", subject)
        .setParameter("into", into)
        .executeUpdate();
  }

  /** Keeps that a subject stands for itself. */
  void standsAlone(UUID subject) {
    database
        .createNativeQuery("delete from subject_merge where subject = :subject")
        .setParameter("subject", subject)
        .executeUpdate();
  }

  /** Forgets all merges and takes those of a snapshot, a subject and its target in each row. */
  RowBatches loadMerges() {
    database.createNativeQuery("delete from subject_merge").executeUpdate();
    return new RowBatches(
        dataSource,
        "insert into subject_merge (subject, merged_into) select * from unnest(?, ?)",
        "uuid",
        "uuid");
  }
}
