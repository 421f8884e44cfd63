package vn.digitaltrust.gateway.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.gateway.access.Shares;

@DisplayName("PROXY-8")
class LaneTest {
  private static final int MOST = 10;
  private static final int MANY = 6;
  private static final int IN_CROWD = 4;

  private final Lane lane = new Lane(null, new Lane.Sizes(MOST, MANY, IN_CROWD), new Shares(MOST));
  private long now = 7;

  private int enter(int callers) {
    return enter(callers, false);
  }

  private int enter(int callers, boolean early) {
    int let = 0;
    for (int i = 0; i < callers; i++) {
      let += lane.enter(early, now) ? 1 : 0;
    }
    return let;
  }

  private void leave(int callers) {
    for (int i = 0; i < callers; i++) {
      lane.leave();
    }
  }

  @Test
  @DisplayName("After a pause all that fit are let in, and not one more")
  void pause() {
    assertEquals(MOST, enter(MOST + 5));
    assertEquals(MOST, lane.taken());
  }

  /** Makes a crowd; the last caller has just been turned away. */
  private void crowded() {
    assertEquals(MANY + 1, enter(MANY + 1));
    now += Lane.PAUSE_NANOS;
    assertEquals(1, enter(1), "no longer than a pause");
    now += 1;
    assertEquals(0, enter(1));
    assertEquals(MANY + 2, lane.taken());
  }

  private void crowdedAndEmptied() {
    crowded();
    leave(MANY + 2);
  }

  @Test
  @DisplayName("Many for longer than a pause are a crowd, of which no more than its own are let in")
  void crowd() {
    crowdedAndEmptied();
    for (int i = 0; i < 10; i++) {
      now += Lane.NEXT_TRIAL_NANOS / 10;
      assertEquals(IN_CROWD, enter(IN_CROWD + 1), "as many as in a crowd");
      leave(IN_CROWD);
    }
  }

  @Test
  @DisplayName("As many as are not yet many are never turned away, however long")
  void notMany() {
    assertEquals(MANY, enter(MANY));
    for (int i = 0; i < 10; i++) {
      now += 10 * Lane.PAUSE_NANOS;
      leave(1);
      assertEquals(1, enter(1));
    }
  }

  @Test
  @DisplayName("Bursts that are soon over are no crowd, however many, and whoever stays")
  void bursts() {
    assertEquals(MANY, enter(MANY));
    for (int i = 0; i < 10; i++) {
      assertEquals(MOST - MANY, enter(MOST));
      leave(MOST - MANY);
      now += 10 * Lane.PAUSE_NANOS;
    }
  }

  @Test
  @DisplayName("Many that stay are a crowd when the next comes, however long nobody came")
  void standing() {
    assertEquals(MANY + 1, enter(MANY + 1));
    now += 10 * Lane.PAUSE_NANOS;
    assertEquals(0, enter(1));
  }

  @Test
  @DisplayName("A crowd has gone when a second later nobody is one too many for as long as a pause")
  void gone() {
    crowdedAndEmptied();
    assertEquals(IN_CROWD, enter(MOST), "some are turned away");
    now += Lane.NEXT_TRIAL_NANOS + 1;
    assertEquals(1, enter(1), "one more than is let in of a crowd");
    now += Lane.PAUSE_NANOS;
    assertEquals(1, enter(1), "but no more than are not yet many");
    now += 1;
    assertEquals(MOST - IN_CROWD - 2, enter(MOST), "as many as fit");
  }

  @Test
  @DisplayName(
      "It has not gone when more come than are not yet many; a second later is the next try")
  void notGone() {
    crowdedAndEmptied();
    for (int i = 0; i < 3; i++) {
      now += Lane.NEXT_TRIAL_NANOS + 1;
      assertEquals(MANY, enter(MOST));
      leave(MANY);
      now += Lane.NEXT_TRIAL_NANOS;
      assertEquals(IN_CROWD, enter(MOST), "a crowd as before");
      leave(IN_CROWD);
    }
  }

  @Test
  @DisplayName("Who did not wait comes after the others of a crowd, even where there is room")
  void early() {
    crowdedAndEmptied();
    now += Lane.NEXT_TRIAL_NANOS;
    assertEquals(0, enter(1, true));
    assertEquals(IN_CROWD, enter(IN_CROWD));
  }

  @Test
  @DisplayName("Who did not wait is let in at a try while there is room as in a crowd")
  void earlyAtTrial() {
    crowdedAndEmptied();
    now += Lane.NEXT_TRIAL_NANOS + 1;
    assertEquals(IN_CROWD, enter(MOST, true));
    assertEquals(0, enter(1), "then the crowd has not gone");
  }

  @Test
  @DisplayName("Who did not wait is let in where there is no crowd")
  void earlyAlone() {
    assertEquals(MOST, enter(MOST + 1, true));
  }

  @Test
  @DisplayName("Sizes that contradict one another are refused")
  void sizes() {
    assertThrows(IllegalStateException.class, () -> new Lane.Sizes(4, 5, 3));
    assertThrows(IllegalStateException.class, () -> new Lane.Sizes(5, 3, 4));
    assertThrows(IllegalStateException.class, () -> new Lane.Sizes(5, 4, 0));
  }
}
