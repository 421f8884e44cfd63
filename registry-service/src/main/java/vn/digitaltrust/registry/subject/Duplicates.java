package vn.digitaltrust.registry.subject;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.digitaltrust.door.Cursor;
import vn.digitaltrust.door.Page;

/**
 * ID-3: subjects that may be one person, because they have one personal ID number. Nothing is kept
 * of it: a candidate is there as long as the numbers are equal and the two are not merged.
 */
@ApplicationScoped
class Duplicates {
  /** Each later holder of a number beside the first one, unless the two are one person already. */
  private static final String QUERY =
      """
      with twice as (select mark from personal_id group by mark having count(*) > 1),
      held as (
        select subject, first_value(subject) over (partition by mark order by subject) as other
        from personal_id join twice using (mark)
      )
      select subject, other from held
      where subject > :after and subject <> other
        and canonical_subject(subject) <> canonical_subject(other)
      order by subject limit :most
      """;

  private static final UUID FIRST = new UUID(0, 0);

  private final EntityManager database;
  private final SubjectReader reader;

  Duplicates(EntityManager database, SubjectReader reader) {
    this.database = database;
    this.reader = reader;
  }

  /** A page of candidates in the order of the subjects' ids. */
  @Transactional
  Page<Duplicate> list(String token, int asked) {
    var limit = Page.limit(asked);
    var cursor = Cursor.of("duplicates");
    var after = cursor.read(token);
    @SuppressWarnings("unchecked")
    List<Tuple> rows =
        database
            .createNativeQuery(QUERY, Tuple.class)
            .setParameter("after", after == null ? FIRST : UUID.fromString(after))
            .setParameter("most", limit + 1)
            .getResultList();
    var subjects =
        reader
            .load(rows.stream().flatMap(row -> Stream.of(subject(row), other(row))).toList())
            .stream()
            .collect(Collectors.toMap(Subject::id, Function.identity()));
    return Page.of(rows, limit, row -> subject(row).toString(), cursor)
        .map(row -> duplicate(subjects.get(subject(row)), subjects.get(other(row))));
  }

  private Duplicate duplicate(Subject subject, Subject other) {
    reader.shown(subject);
    reader.shown(other);
    return new Duplicate(
        reader.brief(subject), subject.displayName(), reader.brief(other), other.displayName());
  }

  private static UUID subject(Tuple row) {
    return row.get("subject", UUID.class);
  }

  private static UUID other(Tuple row) {
    return row.get("other", UUID.class);
  }

  /**
   * Two subjects that may be one person.
   *
   * @param name the shown name of the subject, also while it is not public
   * @param other the first one with the same number
   */
  @Schema(name = "RegistryDuplicate")
  record Duplicate(
      SubjectView subject,
      @Schema(nullable = true, description = "Its shown name, also while that is not public")
          String name,
      @Schema(description = "The first subject with the same personal ID number") SubjectView other,
      @Schema(
              nullable = true,
              description = "The other's shown name, also while that is not public")
          String otherName) {}
}
