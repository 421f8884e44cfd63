package vn.digitaltrust.registry.subject;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.digitaltrust.door.Cursor;
import vn.digitaltrust.door.Page;

/**
 * REG-2: who could be meant by a name. Surnames are few, so a hit is a candidate and never an
 * identity: the same spelling comes first, then the same letters without marks, then what only
 * looks alike, and every candidate says which it is.
 */
@ApplicationScoped
class Candidates {
  /**
   * REG-91: a name is alike when so much of what is looked for is found in it. Half lets a title or
   * an "Official" stand beside a name of some length; {@link SearchedName#parts} do the rest.
   */
  private static final String HALF =
      "select set_config('pg_trgm.word_similarity_threshold', '0.5', true)";

  /** Two indexes answer this, however many names there are. */
  static final String ALIKE =
      "(:folded <% n.folded or n.joined = any (string_to_array(:parts, ' ')))";

  /**
   * Members find registered subjects by names that are shown anyway: nobody finds a legal or a
   * former name by guessing at it. Officials find those that are not registered too, and registrars
   * by every name. Who was merged is found as the canonical subject (REG-90), by members only under
   * names that they could see before.
   *
   * <p>Names are looked for first and by themselves: a planner that begins with the subjects
   * instead takes twenty times as long.
   *
   * <p>Of two names that are alike the better one is that of which more is found in what is looked
   * for, as well as the other way round: what companies have in common counts less that way. The
   * second is dear, so of a name that holds all that is looked for the lengths are compared
   * instead.
   */
  private static final String QUERY =
      """
      with alike as materialized (
        select n.*, word_similarity(:folded, n.folded) as share from subject_name n where %s
      ),
      named as (
        select alike.*, s.kind, s.id as person
        from alike join subject s on s.id = alike.subject
        where s.status in (:statuses) and (:files or not s.names_withheld)
          and (:asked or s.erasure_request is null)
        union all
        select alike.*, s.kind, c.id
        from alike
        join subject s on s.id = alike.subject
        join subject c on c.id = canonical_subject(s.id)
        where s.status = 'MERGED' and (:unregistered or s.status_before_merge = 'REGISTERED')
          and c.status in (:statuses) and (:files or not s.names_withheld and not c.names_withheld)
          and (:asked or s.erasure_request is null and c.erasure_request is null)
      ),
      found as (
        select distinct on (person) person, value as name,
               spelled = :spelled as spelled, folded = :folded as folded,
               case when joined = :joined then 2
                    when share = 1 then 1 + cast(length(:folded) as real) / length(folded)
                    else share + word_similarity(folded, :folded)
               end as score
        from named
        where kind = :kind
          and exists (
            select from subject c where c.id = person
              and (cast(:status as text) is null or c.status = :status)
              and (cast(:homeProvince as text) is null or c.home_province = :homeProvince)
              and (cast(:category as text) is null or c.category = :category)
              and (:files or c.status in (:open)
                   or coalesce(cast(:homeProvince as text), :category) is null))
          and (cast(:platform as text) is null or has_account_on(person, :platform, :now))
          and (:files or type in ('STAGE', 'NICKNAME') or kind = 'ORGANISATION' and type = 'LEGAL')
        order by person, spelled = :spelled desc, folded = :folded desc, score desc, place
      )
      select found.*, cast(found.score as text) as exactly from found
      """
          .replace("%s", ALIKE);

  private static final String AFTER =
      """
      where (not found.spelled, not found.folded, -found.score,
             found.name collate "vi-x-icu", found.person)
          > (not cast(:afterSpelled as boolean), not cast(:afterFolded as boolean),
             -cast(:afterScore as float8), :afterName collate "vi-x-icu",
             cast(:afterPerson as uuid))
      """;

  private static final String ORDER =
      """
      order by not found.spelled, not found.folded, -found.score, found.name collate "vi-x-icu",
               found.person
      limit :most
      """;

  /** Those whose particulars are shown to everybody; of others nobody learns them by a search. */
  private static final List<String> OPEN =
      Arrays.stream(SubjectStatus.values())
          .filter(SubjectStatus::isNumbered)
          .map(Enum::name)
          .toList();

  private final EntityManager database;
  private final SubjectReader reader;
  private final Clock clock;

  Candidates(EntityManager database, SubjectReader reader, Clock clock) {
    this.database = database;
    this.reader = reader;
    this.clock = clock;
  }

  /** A page of candidates, the best first. */
  @Transactional
  Page<Candidate> find(
      SubjectKind kind, String name, Narrowing narrowing, String token, int asked) {
    var limit = Page.limit(asked);
    var searched = SearchedName.of(name);
    var statuses = reader.findable().stream().map(Enum::name).sorted().toList();
    var cursor =
        Cursor.of("candidates", kind, searched.spelled(), narrowing, statuses, reader.seesFiles());
    var place = Place.read(cursor.read(token));
    database.createNativeQuery(HALF, String.class).getSingleResult();
    var query =
        database
            .createNativeQuery(QUERY + (place == null ? "" : AFTER) + ORDER, Tuple.class)
            .setParameter("spelled", searched.spelled())
            .setParameter("folded", searched.folded())
            .setParameter("joined", searched.joined())
            .setParameter("parts", String.join(" ", searched.parts()))
            .setParameter("kind", kind.name())
            .setParameter("statuses", statuses)
            .setParameter("status", Narrowing.name(narrowing.status()))
            .setParameter("homeProvince", narrowing.homeProvince())
            .setParameter("category", Narrowing.name(narrowing.category()))
            .setParameter("platform", Narrowing.name(narrowing.platform()))
            .setParameter("open", OPEN)
            .setParameter("now", clock.instant())
            .setParameter("unregistered", statuses.size() > 1)
            .setParameter("files", reader.seesFiles())
            .setParameter("asked", reader.seesAsked())
            .setParameter("most", limit + 1);
    if (place != null) {
      place.into(query);
    }
    @SuppressWarnings("unchecked")
    List<Tuple> rows = query.getResultList();
    var subjects =
        reader.load(rows.stream().map(row -> row.get("person", UUID.class)).toList()).stream()
            .collect(Collectors.toMap(Subject::id, Function.identity()));
    var page = Page.of(rows, limit, Place::of, cursor);
    return page.map(row -> candidate(row, subjects.get(row.get("person", UUID.class))));
  }

  private Candidate candidate(Tuple row, Subject subject) {
    reader.shown(subject);
    return new Candidate(
        reader.brief(subject),
        row.get("name", String.class),
        Match.of(row.get("spelled", Boolean.class), row.get("folded", Boolean.class)));
  }

  /** Where a row stands in the order of candidates, as the cursor carries it. */
  private record Place(String spelled, String folded, String score, String person, String name) {
    static String of(Tuple row) {
      return String.join(
          "|",
          row.get("spelled", Boolean.class).toString(),
          row.get("folded", Boolean.class).toString(),
          row.get("exactly", String.class),
          row.get("person", UUID.class).toString(),
          row.get("name", String.class));
    }

    static Place read(String text) {
      if (text == null) {
        return null;
      }
      var part = text.split("\\|", 5);
      return new Place(part[0], part[1], part[2], part[3], part[4]);
    }

    void into(Query query) {
      query
          .setParameter("afterSpelled", spelled)
          .setParameter("afterFolded", folded)
          .setParameter("afterScore", score)
          .setParameter("afterPerson", person)
          .setParameter("afterName", name);
    }
  }

  /**
   * Somebody who could be meant.
   *
   * @param subject the canonical subject, whoever of the person had the name
   * @param matched the name that matched
   * @param match how well
   */
  @Schema(name = "RegistryCandidate")
  record Candidate(
      @Schema(description = "The canonical subject, whoever of the person had the name")
          SubjectView subject,
      @Schema(description = "The name that matched, perhaps of one who was merged into the subject")
          String matched,
      Match match) {}

  /** How a name matched, best first. */
  @Schema(name = "RegistryMatch")
  enum Match {
    /** Written the same, marks and all, wherever the tone stands (Hoà, Hòa). */
    EXACT,
    /** The same letters, marks and case aside. */
    SAME_LETTERS,
    /** Alike, a part of a longer name, or with other words around it. */
    SIMILAR;

    static Match of(boolean spelled, boolean folded) {
      return spelled ? EXACT : folded ? SAME_LETTERS : SIMILAR;
    }
  }
}
