package vn.digitaltrust.alliance.registry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** ALL-51: who is one person, by the merges that the registry told; resolved at each read. */
@ApplicationScoped
public class Persons {
  private final EntityManager database;

  Persons(EntityManager database) {
    this.database = database;
  }

  /** All ids under which this subject goes or went, its own included. */
  public Set<UUID> sameAs(UUID subject) {
    return ids("select subjects_within(canonical_subject(:subject))", subject);
  }

  /** All ids under which these subjects go or went; one query for however many. */
  public Set<UUID> sameAs(Set<UUID> subjects) {
    return subjects.isEmpty()
        ? Set.of()
        : ids(
            database
                .createNativeQuery(
                    "select distinct subjects_within(root) from (select distinct"
                        + " canonical_subject(asked) as root"
                        + " from unnest(cast(:subjects as uuid[])) asked) roots",
                    UUID.class)
                .setParameter(
                    "subjects",
                    subjects.stream()
                        .map(UUID::toString)
                        .collect(Collectors.joining(",", "{", "}")))
                .getResultList());
  }

  /** The subject and all that was merged into it. */
  Set<UUID> within(UUID subject) {
    return ids("select subjects_within(:subject)", subject);
  }

  /** Keeps that one subject was merged into another; false when that was known. */
  boolean merged(UUID subject, UUID into) {
    return database
            .createNativeQuery(
                "insert into subject_merge as m (subject, merged_into) values (:subject, :into)"
                    + " on conflict (subject) do update set merged_into = excluded.merged_into"
                    + " where m.merged_into <> excluded.merged_into")
            .setParameter("subject", subject)
            .setParameter("into", into)
            .executeUpdate()
        == 1;
  }

  /** Keeps that a subject stands for itself; false when that was known. */
  boolean standsAlone(UUID subject) {
    return database
            .createNativeQuery("delete from subject_merge where subject = :subject")
            .setParameter("subject", subject)
            .executeUpdate()
        == 1;
  }

  /** Keeps that a subject was erased; false when that was known. */
  boolean erased(UUID subject, Instant at) {
    return database
            .createNativeQuery(
                "insert into erased_subject (subject, erased_at) values (:subject, :at)"
                    + " on conflict do nothing")
            .setParameter("subject", subject)
            .setParameter("at", at)
            .executeUpdate()
        == 1;
  }

  private Set<UUID> ids(String sql, UUID subject) {
    return ids(
        database
            .createNativeQuery(sql, UUID.class)
            .setParameter("subject", subject)
            .getResultList());
  }

  private static Set<UUID> ids(List<?> rows) {
    return rows.stream().map(UUID.class::cast).collect(Collectors.toUnmodifiableSet());
  }
}
