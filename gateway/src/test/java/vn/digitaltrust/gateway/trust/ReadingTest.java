package vn.digitaltrust.gateway.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.digitaltrust.gateway.trust.Samples.MIDDLE;
import static vn.digitaltrust.gateway.trust.Samples.START;
import static vn.digitaltrust.gateway.trust.Samples.limit;
import static vn.digitaltrust.gateway.trust.Samples.scope;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.digitaltrust.verdict.Certificate;
import vn.digitaltrust.verdict.Membership;
import vn.digitaltrust.verdict.Question;

class ReadingTest {
  private static final UUID ID = UUID.randomUUID();

  private static Membership membership(String state) {
    return new Reading(Samples.entry("membership", ID, ID, state)).membership();
  }

  private static Certificate certificate(String rest) {
    String state =
        "{'number':'IT-000000019','startsAt':'2026-11-24T00:00:00Z','endsAt':'2026-12-24T00:00:00Z',"
            + "'until':'2026-12-23','suspensions':[],'withdrawnAt':null"
            + rest
            + "}";
    return new Reading(Samples.entry("certificate", ID, ID, state)).certificate();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "REMINDER",
        "WARNING",
        "CERTIFICATE_SUSPENSION",
        "CERTIFICATE_WITHDRAWAL",
        "MEMBERSHIP_SUSPENSION",
        "MEMBERSHIP_EXCLUSION"
      })
  @DisplayName("GW-3 no other kind than an engagement limit restricts")
  void harmless(String kind) {
    assertNull(limit("'kind':'" + kind + "'"));
  }

  @Test
  @DisplayName("GW-14 an unknown kind, or none, is read as an engagement limit")
  void unknownKind() {
    assertTrue(limit("'kind':'BAN'").inForce(MIDDLE));
    assertTrue(limit("'kind':null").inForce(MIDDLE));
  }

  @Test
  @DisplayName("GW-14 an unknown value in a scope makes it everything, in an exception nothing")
  void unknownScope() {
    Question asked = new Question("PERFORM", "TIKTOK", null, null, null, MIDDLE);
    assertTrue(limit("'scope':" + scope("activities", "HOLOGRAM")).scope().touches(asked));
    assertTrue(limit("'scope':null").scope().touches(asked));
    String exception =
        "'exceptions':[{'scope':%s,'startsAt':'2026-11-24T00:00:00Z','endsAt':null}]";
    assertFalse(limit(exception.formatted(scope("activities", "HOLOGRAM"))).permits(asked));
    assertTrue(limit(exception.formatted(scope("activities", "PERFORM"))).permits(asked));
    assertFalse(limit("'exceptions':[{'scope':null,'startsAt':null}]").permits(asked));
  }

  @Test
  @DisplayName("GW-14 an end that is unknown or has no instant does not end")
  void unknownEnd() {
    assertTrue(limit("'end':{'state':'PAUSED','at':'2026-11-25T00:00:00Z'}").inForce(MIDDLE));
    assertTrue(limit("'end':{'state':'LIFTED','at':'soon'}").inForce(MIDDLE));
    assertTrue(limit("'startsAt':'x','endsAt':'y'").inForce(MIDDLE));
    assertTrue(limit("'stays':[{'startsAt':'2026-11-25T00:00:00Z','endsAt':'x'}]").inForce(MIDDLE));
  }

  @Test
  @DisplayName("GW-17 what is no longer told restricts nobody and gives nothing")
  void unpublished() {
    String ended = "{'id':'%s','subject':'%s','publication':'ENDED'}".formatted(ID, ID);
    SanctionsContent content = new SanctionsContent();
    content.put(Samples.entry("measure", ID, ID, Samples.limitState("")));
    assertTrue(content.limits().of(List.of(ID)).get(0).inForce(MIDDLE));
    content.put(Samples.entry("measure", ID, ID, ended));
    assertEquals(List.of(), content.limits().of(List.of(ID)));
    UUID unknown = UUID.randomUUID();
    content.put(Samples.entry("embargo", unknown, unknown, ended));
    assertEquals(List.of(), content.limits().of(List.of(unknown)));
    assertEquals(Membership.NONE, Membership.at(MIDDLE, List.of(membership(ended))));
    assertNull(new Reading(Samples.entry("certificate", ID, ID, ended)).certificate());
  }

  @Test
  @DisplayName("GW-14 a publication of an unknown value does not end a restriction")
  void unknownPublication() {
    assertTrue(limit("'publication':'PAUSED'").inForce(MIDDLE));
  }

  @Test
  @DisplayName("GW-14 an unknown aggregate of sanctions is read as a measure, a report is not")
  void unknownAggregate() {
    SanctionsContent content = new SanctionsContent();
    content.put(Samples.entry("embargo", ID, ID, "{}"));
    assertTrue(content.limits().of(List.of(ID)).get(0).inForce(MIDDLE));
    UUID other = UUID.randomUUID();
    content.put(Samples.entry("stateDecision", other, other, "{}"));
    assertEquals(List.of(), content.limits().of(List.of(other)));
  }

  @Test
  @DisplayName("GW-12 a membership from admission to departure, paused in between")
  void memberships() {
    Membership member =
        membership(
            "{'status':'ADMITTED','admittedAt':'2026-11-24T00:00:00Z','leftAt':null,'suspensions':"
                + "[{'startsAt':'2026-11-30T00:00:00Z','endsAt':'2026-12-02T00:00:00Z'}]}");
    Membership left =
        membership(
            "{'status':'LEFT','admittedAt':'2026-11-24T00:00:00Z','leftAt':'2026-12-01T00:00:00Z'}");

    assertEquals("NONE", Membership.at(START.minusNanos(1), List.of(member)).status());
    assertEquals(new Membership.Standing("MEMBER", START), Membership.at(START, List.of(member)));
    assertEquals("SUSPENDED", Membership.at(MIDDLE, List.of(member)).status());
    assertEquals("MEMBER", Membership.at(MIDDLE.minusNanos(1), List.of(left)).status());
    assertEquals("NONE", Membership.at(MIDDLE, List.of(left)).status());
    assertEquals(Membership.NONE, Membership.at(MIDDLE, List.of()));
  }

  @Test
  @DisplayName("GW-14 a membership of an unknown status is none")
  void unknownMembership() {
    Membership strange = membership("{'status':'GUEST','admittedAt':'2026-11-24T00:00:00Z'}");
    assertEquals("NONE", Membership.at(MIDDLE, List.of(strange)).status());
  }

  @Test
  @DisplayName("GW-13 the trust mark: valid, suspended, withdrawn, expired, none")
  void marks() {
    Instant end = Instant.parse("2026-12-24T00:00:00Z");
    String suspension = ",'suspensions':[{'startsAt':'2026-11-30T00:00:00Z','endsAt':null}]";
    String withdrawal = ",'withdrawnAt':'2026-12-01T00:00:00Z'";

    assertEquals("NONE", Certificate.at(START.minusNanos(1), List.of(certificate(""))).status());
    assertEquals("VALID", Certificate.at(START, List.of(certificate(""))).status());
    assertEquals("EXPIRED", Certificate.at(end, List.of(certificate(""))).status());
    assertEquals("SUSPENDED", Certificate.at(MIDDLE, List.of(certificate(suspension))).status());
    assertEquals("WITHDRAWN", Certificate.at(MIDDLE, List.of(certificate(withdrawal))).status());
    assertEquals("VALID", Certificate.at(START, List.of(certificate(withdrawal))).status());
    assertEquals(Certificate.NONE, Certificate.at(MIDDLE, List.of()));
    assertNotNull(Certificate.at(MIDDLE, List.of(certificate(""))).until());
  }

  @Test
  @DisplayName("GW-14 a certificate without a span, or an unreadable withdrawal, is no good")
  void unreadableCertificate() {
    assertEquals("EXPIRED", Certificate.at(MIDDLE, List.of(certificate(",'endsAt':'x'"))).status());
    assertEquals(
        "WITHDRAWN", Certificate.at(START, List.of(certificate(",'withdrawnAt':'x'"))).status());
  }
}
