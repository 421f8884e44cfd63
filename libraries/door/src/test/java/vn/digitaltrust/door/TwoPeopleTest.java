package vn.digitaltrust.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwoPeopleTest {
  private static final Instant MONDAY = Instant.parse("2026-11-23T03:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-11-24T03:00:00Z");

  @ParameterizedTest(name = "{0} by {1}: {2}")
  @CsvSource({
    "APPROVED,   mai, DOOR-19",
    "APPROVED,   hoa, ",
    "REFUSED,    mai, DOOR-19",
    "REFUSED,    hoa, ",
    "TAKEN_BACK, mai, ",
    "TAKEN_BACK, hoa, DOOR-20"
  })
  @DisplayName("DOOR-19, DOOR-20 another person approves or refuses, who asked takes back")
  void byWhom(TwoPeople.Status act, String person, String rule) {
    TwoPeople people = TwoPeople.request("mai", "vì sao", MONDAY);
    if (rule != null) {
      Refusal refusal = assertThrows(Refusal.class, () -> act(people, act, person));
      assertEquals(rule, refusal.getParameters().get("rule"));
      assertEquals(TwoPeople.Status.REQUESTED, people.status());
      assertNull(people.decidedBy());
      return;
    }
    act(people, act, person);
    assertEquals(act, people.status());
    assertEquals("mai", people.requestedBy());
    assertEquals(MONDAY, people.requestedAt());
    assertEquals("vì sao", people.requestReason());
    assertEquals(person, people.decidedBy());
    assertEquals(TUESDAY, people.decidedAt());
    assertEquals("xong", people.decisionReason());
  }

  @Test
  @DisplayName("DOOR-20 nothing follows an approval, a refusal or a taking back, whoever tries")
  void over() {
    for (TwoPeople.Status how : TwoPeople.Status.values()) {
      if (how == TwoPeople.Status.REQUESTED) {
        continue;
      }
      for (TwoPeople.Status next : TwoPeople.Status.values()) {
        if (next == TwoPeople.Status.REQUESTED) {
          continue;
        }
        for (String person : new String[] {"mai", "hoa", "thu"}) {
          TwoPeople people = TwoPeople.request("mai", null, MONDAY);
          act(people, how, how == TwoPeople.Status.TAKEN_BACK ? "mai" : "hoa");
          Refusal refusal = assertThrows(Refusal.class, () -> act(people, next, person));
          assertEquals(Kind.ILLEGAL_STATE, refusal.kind(), how + " then " + next + " by " + person);
          assertEquals(how, people.status());
        }
      }
    }
  }

  private static void act(TwoPeople people, TwoPeople.Status how, String person) {
    switch (how) {
      case APPROVED -> people.approve(person, "xong", TUESDAY);
      case REFUSED -> people.refuse(person, "xong", TUESDAY);
      case TAKEN_BACK -> people.takeBack(person, "xong", TUESDAY);
      case REQUESTED -> throw new IllegalArgumentException();
    }
  }
}
