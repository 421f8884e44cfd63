package vn.digitaltrust.alliance.conduct;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.vocabulary.VietnamTime;

/** ALL-1, ALL-2: the codes of conduct as the migrations loaded them. */
@ApplicationScoped
public class CodesOfConduct {
  private static final String SELECT =
      "select version, lower(valid) as first_day, upper(valid) - 1 as last_day,"
          + " title_vi, title_en, text_vi, text_en, origin from code_of_conduct ";

  private final EntityManager database;
  private final Clock clock;

  CodesOfConduct(EntityManager database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * The code in force today.
   *
   * @throws Refusal 404 on a day without one
   */
  public CodeOfConduct current() {
    LocalDate today = VietnamTime.dayOf(clock.instant());
    return on(today).orElseThrow(() -> Refusal.notFound("code of conduct", today));
  }

  /** The code in force on a day of the Vietnamese calendar. */
  Optional<CodeOfConduct> on(LocalDate day) {
    return query("where valid @> cast(:key as date)", day.toString()).stream().findFirst();
  }

  /** A code by its version, whether in force or not. */
  Optional<CodeOfConduct> version(String version) {
    return query("where version = cast(:key as text)", version).stream().findFirst();
  }

  /** Up to that many codes, newest first, that began before a day. */
  List<CodeOfConduct> before(LocalDate day, int most) {
    return query(
        "where lower(valid) < cast(:key as date) order by lower(valid) desc limit " + most,
        day.toString());
  }

  private List<CodeOfConduct> query(String where, String key) {
    List<?> rows =
        database
            .createNativeQuery(SELECT + where, Tuple.class)
            .setParameter("key", key)
            .getResultList();
    return rows.stream().map(row -> code((Tuple) row)).toList();
  }

  private static CodeOfConduct code(Tuple row) {
    return new CodeOfConduct(
        row.get("version", String.class),
        row.get("first_day", LocalDate.class),
        row.get("last_day", LocalDate.class),
        new CodeOfConduct.Wording(
            row.get("title_vi", String.class), row.get("title_en", String.class)),
        new CodeOfConduct.Wording(
            row.get("text_vi", String.class), row.get("text_en", String.class)),
        row.get("origin", String.class));
  }
}
