package vn.digitaltrust.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.vocabulary.Span;

class RightsTest {
  private static final Instant START = Instant.parse("2026-11-24T00:00:00Z");
  private static final Instant MIDDLE = Instant.parse("2026-12-01T00:00:00Z");
  private static final Instant END = Instant.parse("2026-12-24T00:00:00Z");
  private static final UUID ID = UUID.randomUUID();
  private static final UUID SUBJECT = UUID.randomUUID();

  private static Membership membership(Span span, Span... suspensions) {
    return new Membership(UUID.randomUUID(), SUBJECT, span, List.of(suspensions));
  }

  private static Certificate certificate(
      UUID id, Span span, Instant withdrawnAt, Span... suspensions) {
    return new Certificate(
        id, SUBJECT, "IT-1", "2026-12-23", span, withdrawnAt, List.of(suspensions));
  }

  @Test
  @DisplayName("GW-12 a member from admission to departure, suspended while a measure pauses it")
  void standing() {
    Membership paused = membership(new Span(START, END), new Span(MIDDLE, MIDDLE.plusSeconds(60)));
    Membership never = membership(null);
    List<Membership> both = List.of(never, paused);
    assertEquals(Membership.NONE, Membership.at(START.minusNanos(1), both));
    assertEquals(new Membership.Standing("MEMBER", START), Membership.at(START, both));
    assertEquals(new Membership.Standing("SUSPENDED", START), Membership.at(MIDDLE, both));
    assertEquals("MEMBER", Membership.at(MIDDLE.plusSeconds(60), both).status());
    assertEquals(Membership.NONE, Membership.at(END, both));
  }

  @Test
  @DisplayName("GW-12 of two memberships at one time the suspended one counts, in either order")
  void strictestStanding() {
    Membership free = membership(new Span(START, null));
    Membership paused = membership(new Span(START, null), new Span(START, null));
    assertEquals("SUSPENDED", Membership.at(MIDDLE, List.of(free, paused)).status());
    assertEquals("SUSPENDED", Membership.at(MIDDLE, List.of(paused, free)).status());
  }

  @Test
  @DisplayName("GW-13 withdrawn before expired before suspended before valid")
  void mark() {
    Span suspended = new Span(MIDDLE, null);
    Certificate whole = certificate(ID, new Span(START, END), null);
    Certificate paused = certificate(ID, new Span(START, END), null, suspended);
    Certificate withdrawn = certificate(ID, new Span(START, END), MIDDLE, suspended);
    assertEquals(Certificate.NONE, Certificate.at(MIDDLE, List.of()));
    assertEquals(Certificate.NONE, Certificate.at(START.minusNanos(1), List.of(whole)));
    assertEquals(
        new Certificate.Mark("VALID", "IT-1", "2026-12-23"), Certificate.at(START, List.of(whole)));
    assertEquals("EXPIRED", Certificate.at(END, List.of(paused)).status());
    assertEquals("SUSPENDED", Certificate.at(MIDDLE, List.of(paused)).status());
    assertEquals("VALID", Certificate.at(MIDDLE.minusNanos(1), List.of(withdrawn)).status());
    assertEquals("WITHDRAWN", Certificate.at(MIDDLE, List.of(withdrawn)).status());
    assertEquals("WITHDRAWN", Certificate.at(END, List.of(withdrawn)).status());
  }

  @Test
  @DisplayName("GW-13 the certificate begun last counts")
  void latest() {
    Certificate earlier = certificate(UUID.randomUUID(), new Span(START, END), null);
    Certificate later = certificate(UUID.randomUUID(), new Span(MIDDLE, END), MIDDLE);
    assertEquals("VALID", Certificate.at(MIDDLE.minusNanos(1), List.of(later, earlier)).status());
    assertEquals("WITHDRAWN", Certificate.at(MIDDLE, List.of(earlier, later)).status());
  }

  @Test
  @DisplayName("GW-20 what was told last of a membership, a certificate or a limit is known")
  void told() {
    Rights rights = new Rights();
    Membership first = new Membership(ID, SUBJECT, new Span(START, null), List.of());
    Membership second = new Membership(ID, SUBJECT, new Span(START, END), List.of());
    rights.put(first);
    rights.put(second);
    assertEquals(List.of(second), rights.memberships(Set.of(SUBJECT)));
    assertEquals(1, rights.membershipCount());

    Certificate certificate = certificate(ID, new Span(START, END), null);
    rights.put(ID, certificate);
    assertEquals(List.of(certificate), rights.certificates(Set.of(SUBJECT, ID)));
    rights.put(ID, null);
    assertEquals(List.of(), rights.certificates(Set.of(SUBJECT)));
    assertEquals(0, rights.certificateCount());

    Limits<String> limits = new Limits<>();
    Measure<String> limit = Limit.limit().made();
    limits.put(limit.id(), limit);
    assertEquals(List.of(limit), limits.of(Set.of(Limit.SUBJECT)));
    assertEquals(1, limits.count());
    limits.put(limit.id(), null);
    assertEquals(List.of(), limits.of(Set.of(Limit.SUBJECT)));
  }
}
