package vn.digitaltrust.gateway.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

  @Test
  @DisplayName("Many for longer than a pause are a crowd, of which no more than its own are let in")
  void crowd() {
    crowded();
    leave(MANY + 2 - IN_CROWD);
    for (int i = 0; i < 10; i++) {
      leave(3);
      now += Lane.QUIET_NANOS;
      assertEquals(3, enter(5), "as many as in a crowd");
      assertEquals(IN_CROWD, lane.taken());
    }
  }

  @Test
  @DisplayName("As many as are not yet many are never turned away, however long")
  void notMany() {
    assertEquals(MANY, enter(MANY));
    for (int i = 0; i < 10; i++) {
      now += 10 * Lane.QUIET_NANOS;
      leave(1);
      assertEquals(1, enter(1));
    }
  }

  @Test
  @DisplayName("A crowd has gone when it was few again and nobody was one too many for a second")
  void gone() {
    crowded();
    leave(MANY + 2 - IN_CROWD);
    now += Lane.QUIET_NANOS + 1;
    assertEquals(MOST - IN_CROWD, enter(MOST), "however many of them are still there");
  }

  @Test
  @DisplayName("Bursts that are soon over are no crowd, however many")
  void bursts() {
    for (int i = 0; i < 10; i++) {
      assertEquals(MOST, enter(MOST));
      leave(MOST);
      now += Lane.PAUSE_NANOS / 2;
    }
  }

  @Test
  @DisplayName("Who finds all taken was one too many as well")
  void full() {
    assertEquals(MOST, enter(MOST));
    now += 2 * Lane.PAUSE_NANOS;
    assertEquals(0, enter(1));
    leave(MOST - IN_CROWD);
    now += Lane.QUIET_NANOS;
    assertEquals(0, enter(1), "not yet gone");
    leave(1);
    assertEquals(1, enter(2));
  }

  @Test
  @DisplayName("It has not gone while all of it is still there, however long nobody came")
  void standing() {
    crowded();
    leave(MANY + 2 - IN_CROWD - 1);
    now += 10 * Lane.QUIET_NANOS;
    assertEquals(0, enter(1));
    leave(2);
    now += 10 * Lane.QUIET_NANOS;
    assertEquals(1, enter(1));
  }

  @Test
  @DisplayName("Who did not wait comes after the others of a crowd, even where there is room")
  void early() {
    crowded();
    leave(MANY + 2);
    now += Lane.QUIET_NANOS;
    assertEquals(0, enter(1, true), "it has not yet gone");
    assertEquals(IN_CROWD, enter(IN_CROWD));
    leave(IN_CROWD);
    now += 1;
    assertEquals(1, enter(1, true), "nobody else was too many for a second");
  }

  @Test
  @DisplayName("Who did not wait and finds a crowd's places taken keeps it a crowd")
  void earlyAndMany() {
    crowded();
    leave(MANY + 2 - IN_CROWD);
    now += Lane.QUIET_NANOS;
    assertEquals(0, enter(1, true));
    leave(1);
    now += Lane.QUIET_NANOS;
    assertEquals(0, enter(1, true));
    assertEquals(1, enter(1));
  }

  @Test
  @DisplayName("Who did not wait is let in where there is no crowd")
  void earlyAlone() {
    assertEquals(MOST, enter(MOST + 1, true));
  }
}
