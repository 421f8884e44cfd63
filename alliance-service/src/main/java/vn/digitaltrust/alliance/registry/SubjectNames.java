package vn.digitaltrust.alliance.registry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import vn.digitaltrust.journal.Entry;
import vn.digitaltrust.journal.RowBatches;

/**
 * ALL-70: what subjects are called, as the registry tells offices, for the staff alone. Who is
 * merged is called what the other one is called.
 */
@ApplicationScoped
public class SubjectNames {
  static final String AGGREGATE = "subject-name";

  private final EntityManager database;
  private final DataSource dataSource;

  SubjectNames(EntityManager database, DataSource dataSource) {
    this.database = database;
    this.dataSource = dataSource;
  }

  /** The names of those of these subjects that have one; one query for however many. */
  public Map<UUID, ShownName> of(Collection<UUID> subjects) {
    if (subjects.isEmpty()) {
      return Map.of();
    }
    String ids =
        subjects.stream().distinct().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    List<?> rows =
        database
            .createNativeQuery(
                "select asked, n.name, n.number from unnest(cast(:ids as uuid[])) asked"
                    + " join subject_name n on n.subject = canonical_subject(asked)",
                Object[].class)
            .setParameter("ids", ids)
            // A flush would end the batches in which what is shown beside the names is read.
            .setFlushMode(FlushModeType.COMMIT)
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .collect(
            Collectors.toMap(
                row -> (UUID) row[0], row -> new ShownName((String) row[1], (String) row[2])));
  }

  /** Keeps the name that an entry tells, or that there is none to be shown. */
  void keep(Entry entry) {
    Object[] row = row(entry);
    if (row == null) {
      forget(entry.aggregateId());
      return;
    }
    database
        .createNativeQuery(
            "insert into subject_name (subject, name, number) values (:subject, :name, :number)"
                + " on conflict (subject) do update"
                + " set name = excluded.name, number = excluded.number")
        .setParameter("subject", row[0])
        .setParameter("name", row[1])
        .setParameter("number", row[2])
        .executeUpdate();
  }

  /** Forgets the name of one that is merged or erased. */
  void forget(UUID subject) {
    database
        .createNativeQuery("delete from subject_name where subject = :subject")
        .setParameter("subject", subject)
        .executeUpdate();
  }

  void erased(@Observes SubjectErased erased) {
    forget(erased.subject());
  }

  /** Forgets all names and takes those of a snapshot, which are written when this is closed. */
  Loading load() {
    database.createNativeQuery("delete from subject_name").executeUpdate();
    return new Loading(
        new RowBatches(
            dataSource,
            "insert into subject_name (subject, name, number) select * from unnest(?, ?, ?)",
            "uuid",
            "text",
            "text"));
  }

  /** Takes the names of a snapshot. */
  record Loading(RowBatches rows) implements AutoCloseable {
    void keep(Entry entry) {
      Object[] row = row(entry);
      if (row != null) {
        rows.add(row);
      }
    }

    @Override
    public void close() {
      rows.close();
    }
  }

  private static Object[] row(Entry entry) {
    String name = entry.state().path("displayName").asText(null);
    String number = entry.state().path("registrationNumber").asText(null);
    return name == null ? null : new Object[] {entry.aggregateId(), name, number};
  }
}
