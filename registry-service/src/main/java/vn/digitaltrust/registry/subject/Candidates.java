package vn.digitaltrust.registry.subject;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.digitaltrust.door.Page;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.vocabulary.Folding;

/**
 * REG-2: who could be meant by a name. Surnames are few, so a hit is a candidate and never an
 * identity: the same spelling comes first, then the same letters without marks, then what only
 * looks alike, and every candidate says which it is.
 */
@ApplicationScoped
class Candidates {
  private static final int SHORTEST = 2;

  /**
   * Members find registered subjects by names that are shown anyway: nobody finds a legal or a
   * former name by guessing at it. Officials find those that are not registered too, and registrars
   * by every name.
   */
  private static final String QUERY =
      """
      select found.subject as subject, found.value as name, found.exact as exact,
             found.folded as folded, found.score as score
      from (
        select distinct on (n.subject) n.subject, n.value, n.value = :exact as exact,
               n.folded = :folded as folded, word_similarity(:folded, n.folded) as score
        from subject_name n join subject s on s.id = n.subject
        where :folded <% n.folded and s.kind = :kind and s.status in (:statuses)
          and (:files or not s.names_withheld)
          and (:asked or s.erasure_request is null)
          and (:files or n.type in ('STAGE', 'NICKNAME') or s.kind = 'ORGANISATION' and n.type = 'LEGAL')
        order by n.subject, n.value = :exact desc, n.folded = :folded desc,
                 word_similarity(:folded, n.folded) desc, n.place) found
      order by found.exact desc, found.folded desc, found.score desc,
               found.value collate "vi-x-icu", found.subject
      limit :most
      """;

  private final EntityManager database;
  private final SubjectReader reader;

  Candidates(EntityManager database, SubjectReader reader) {
    this.database = database;
    this.reader = reader;
  }

  /** The best candidates, at most as many as one page holds. */
  @Transactional
  List<Candidate> find(SubjectKind kind, String name, int asked) {
    var most = Page.limit(asked);
    if (name.codePoints().anyMatch(Character::isISOControl)) {
      throw Refusal.invalid("name", "name.control");
    }
    var exact = Folding.tidy(name);
    var folded = Folding.fold(name);
    if (folded.length() < SHORTEST || folded.length() > 200) {
      throw Refusal.invalid("name", "name.length", SHORTEST);
    }
    @SuppressWarnings("unchecked")
    List<Tuple> rows =
        database
            .createNativeQuery(QUERY, Tuple.class)
            .setParameter("exact", exact)
            .setParameter("folded", folded)
            .setParameter("kind", kind.name())
            .setParameter("statuses", reader.findable().stream().map(Enum::name).toList())
            .setParameter("files", reader.seesFiles())
            .setParameter("asked", reader.seesAsked())
            .setParameter("most", most)
            .getResultList();
    var subjects =
        reader.load(rows.stream().map(row -> row.get("subject", UUID.class)).toList()).stream()
            .collect(Collectors.toMap(Subject::id, Function.identity()));
    subjects.values().forEach(reader::shown);
    return rows.stream()
        .map(
            row ->
                new Candidate(
                    reader.brief(subjects.get(row.get("subject", UUID.class))),
                    row.get("name", String.class),
                    Match.of(row.get("exact", Boolean.class), row.get("folded", Boolean.class))))
        .toList();
  }

  /**
   * Somebody who could be meant.
   *
   * @param matched the name that matched
   * @param match how well
   */
  @Schema(name = "RegistryCandidate")
  record Candidate(SubjectView subject, String matched, Match match) {}

  /** How a name matched, best first. */
  @Schema(name = "RegistryMatch")
  enum Match {
    /** Written the same, marks and all. */
    EXACT,
    /** The same letters, marks and case aside. */
    SAME_LETTERS,
    /** Alike, or a part of a longer name. */
    SIMILAR;

    static Match of(boolean exact, boolean folded) {
      return exact ? EXACT : folded ? SAME_LETTERS : SIMILAR;
    }
  }
}
