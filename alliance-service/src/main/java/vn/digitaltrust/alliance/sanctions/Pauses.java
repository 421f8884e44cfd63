package vn.digitaltrust.alliance.sanctions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * ALL-27: the pauses of one right, no more than an entry of the journal has room for. Nobody here
 * can refuse what sanctions tells, so beyond that they are told joined, and never for a shorter
 * time.
 */
final class Pauses {
  static final int MOST = 200;

  private Pauses() {}

  /** These pauses in order of time. */
  static List<Suspension> bounded(Collection<Suspension> pauses) {
    List<Suspension> all = pauses.stream().sorted(Suspension.BY_TIME).toList();
    if (all.size() <= MOST) {
      return all;
    }
    List<Suspension> joined = joined(all);
    int surplus = joined.size() - MOST;
    if (surplus <= 0) {
      return joined;
    }
    List<Suspension> bounded = new ArrayList<>();
    bounded.add(cover(joined.get(0), joined.get(surplus).endsAt()));
    bounded.addAll(joined.subList(surplus + 1, joined.size()));
    return List.copyOf(bounded);
  }

  /** What overlaps or follows at once becomes one pause, named after the measure that began it. */
  private static List<Suspension> joined(List<Suspension> inOrder) {
    List<Suspension> joined = new ArrayList<>();
    for (Suspension pause : inOrder) {
      Suspension last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (last == null || last.endsAt() != null && pause.startsAt().isAfter(last.endsAt())) {
        joined.add(pause);
      } else {
        joined.set(joined.size() - 1, cover(last, later(last.endsAt(), pause.endsAt())));
      }
    }
    return joined;
  }

  private static Suspension cover(Suspension first, Instant endsAt) {
    return new Suspension(first.measure(), first.startsAt(), endsAt);
  }

  /** Null is never. */
  private static Instant later(Instant one, Instant other) {
    if (one == null || other == null) {
      return null;
    }
    return one.isAfter(other) ? one : other;
  }
}
