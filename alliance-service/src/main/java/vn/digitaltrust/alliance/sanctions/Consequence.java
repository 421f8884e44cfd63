package vn.digitaltrust.alliance.sanctions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import vn.digitaltrust.vocabulary.Span;

/**
 * What the measures about a person do to one right of theirs (a certificate, a membership).
 *
 * <p>A suspension pauses the right in each of its net spans (ALL-21). A withdrawal or exclusion
 * ends it at the beginning of its last net span; spans before a stay are pauses, and a measure that
 * a stay outlasts ended nothing (ALL-22). Neither lifting nor term gives the right back; an
 * annulment does, because the measure then never was (ALL-23).
 *
 * @param suspensions the pauses that touch the right, by beginning and then by measure
 * @param endedAt when a measure ended the right; {@code null} = none did
 */
public record Consequence(List<Suspension> suspensions, Instant endedAt) {

  /** Nothing happens to the right. */
  public static final Consequence NONE = new Consequence(List.of(), null);

  /**
   * Works out the consequence for a right.
   *
   * @param measures all measures about the person
   * @param pausing the kind that pauses such a right
   * @param ending the kind that ends it
   * @param right the span the right would have without any measure
   */
  public static Consequence of(
      Collection<Measure> measures, MeasureKind pausing, MeasureKind ending, Span right) {
    List<Suspension> pauses = new ArrayList<>();
    Instant endedAt = null;
    for (Measure measure : measures) {
      List<Span> net = measure.net();
      if (measure.kind() == ending && endsForGood(measure, net)) {
        Span last = net.get(net.size() - 1);
        net = net.subList(0, net.size() - 1);
        if (last.overlaps(right)) {
          endedAt = Span.earlier(endedAt, later(last.startsAt(), right.startsAt()));
        }
      }
      if (Stream.of(pausing, ending, MeasureKind.UNKNOWN).anyMatch(measure.kind()::equals)) {
        net.stream()
            .filter(right::overlaps)
            .map(span -> new Suspension(measure.id(), span.startsAt(), span.endsAt()))
            .forEach(pauses::add);
      }
    }
    return new Consequence(Pauses.bounded(pauses), endedAt);
  }

  private static boolean endsForGood(Measure measure, List<Span> net) {
    if (net.isEmpty()) {
      return false;
    }
    Instant end = net.get(net.size() - 1).endsAt();
    Instant term = measure.gross().endsAt();
    return end == null ? term == null : end.equals(term);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
