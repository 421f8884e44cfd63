package vn.digitaltrust.sanctions.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import vn.digitaltrust.door.Refusal;

/** Who took which part in a case, and what that bars from. */
final class Parts {
  private final List<CasePart> taken;

  Parts(List<CasePart> taken) {
    this.taken = taken;
  }

  /** A part is taken once; taking it again changes nothing. */
  void take(String person, Part part, String reason, Instant now) {
    if (!has(person, part)) {
      taken.add(new CasePart(person, part, reason, now));
    }
  }

  boolean has(String person, Part part) {
    return taken.stream().anyMatch(it -> it.person.equals(person) && it.part == part);
  }

  /** SAN-31: whether a person took no part at all. */
  boolean none(String person) {
    return taken.stream().noneMatch(it -> it.person.equals(person));
  }

  /** SAN-20, SAN-22: refuses who took one of these. */
  void requireNo(String person, Set<Part> bars) {
    for (CasePart it : taken) {
      if (it.person.equals(person) && bars.contains(it.part)) {
        throw Refusal.rule(
            bars.equals(Part.BAR_ACTING) ? "SAN-22" : "SAN-20", "case.part-bars", it.part);
      }
    }
  }
}
