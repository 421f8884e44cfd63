package vn.digitaltrust.sanctions.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.sanctions.access.Reporter;

/** Who took which part in a case, and what that bars from. */
final class Parts {
  private final List<CasePart> taken;

  Parts(List<CasePart> taken) {
    this.taken = taken;
  }

  /** A part is taken once; taking it again changes nothing. */
  void take(String person, Part part, String reason, Instant now) {
    if (!has(person, part)) {
      taken.add(new CasePart(person, part, reason, null, now));
    }
  }

  /** SAN-122: somebody reported, perhaps for an organisation, or for one after the other. */
  void report(Reporter reporter, Instant now) {
    boolean known =
        taken.stream()
            .anyMatch(
                it ->
                    it.part == Part.REPORTED
                        && it.person.equals(reporter.person())
                        && Objects.equals(it.member, reporter.member()));
    if (!known) {
      taken.add(new CasePart(reporter.person(), Part.REPORTED, null, reporter.member(), now));
    }
  }

  /** SAN-122: whether one of these organisations reported. */
  boolean reportedFor(Predicate<UUID> organisation) {
    return taken.stream().anyMatch(it -> it.member != null && organisation.test(it.member));
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
