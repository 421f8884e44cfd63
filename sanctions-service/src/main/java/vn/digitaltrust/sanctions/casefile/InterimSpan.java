package vn.digitaltrust.sanctions.casefile;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.vocabulary.WorkingDays;

/**
 * SAN-52: the days from the first to the last of all interim measures of a case, in whatever order
 * they were imposed. Immutable.
 */
@Embeddable
class InterimSpan {
  @Column(name = "interim_from")
  private LocalDate first;

  @Column(name = "interim_until")
  private LocalDate last;

  protected InterimSpan() {}

  private InterimSpan(LocalDate first, LocalDate last) {
    this.first = first;
    this.last = last;
  }

  /**
   * The span with one more measure in it.
   *
   * @param so the span until now, or null
   * @param until the last day; null is refused, since an interim measure lapses by itself
   * @throws Refusal 422 SAN-52 when all together would be longer than {@link Terms#INTERIM}
   */
  static InterimSpan with(
      InterimSpan so, LocalDate from, LocalDate until, WorkingDays workingDays) {
    if (until == null) {
      throw Refusal.rule("SAN-52", "case.interim-too-long", Terms.INTERIM);
    }
    LocalDate first = so == null || from.isBefore(so.first) ? from : so.first;
    LocalDate last = so == null || until.isAfter(so.last) ? until : so.last;
    if (first.plusYears(1).isBefore(last) || workingDays.between(first, last) > Terms.INTERIM) {
      throw Refusal.rule("SAN-52", "case.interim-too-long", Terms.INTERIM);
    }
    return new InterimSpan(first, last);
  }
}
