package vn.digitaltrust.gateway.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.gateway.access.Shares;

@DisplayName("PROXY-8")
class LaneTest {
  private static final int MOST = 10;
  private static final int IN_CROWD = 4;

  private final Lane lane = new Lane(null, MOST, IN_CROWD, new Shares(MOST));
  private long now = 7;

  private int enter(int callers) {
    int let = 0;
    for (int i = 0; i < callers; i++) {
      let += lane.enter(now) ? 1 : 0;
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
    assertEquals(IN_CROWD + 1, enter(IN_CROWD + 1));
    now += Lane.PAUSE_NANOS;
    assertEquals(1, enter(1), "no longer than a pause");
    now += 1;
    assertEquals(0, enter(1));
    assertEquals(IN_CROWD + 2, lane.taken());
  }

  @Test
  @DisplayName("What is too much for longer than a pause is a crowd; it gets no more than its own")
  void crowd() {
    crowded();
    for (int i = 0; i < 10; i++) {
      leave(3);
      now += Lane.PAUSE_NANOS;
      assertEquals(IN_CROWD - lane.taken(), enter(5), "as many as in a crowd");
      assertEquals(IN_CROWD, lane.taken());
    }
  }

  @Test
  @DisplayName(
      "A crowd has gone when it was few again and none came too many for as long as a pause")
  void gone() {
    crowded();
    leave(3);
    now += Lane.PAUSE_NANOS + 1;
    assertEquals(MOST - 3, enter(MOST), "however many of them are still there");
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
    now += Lane.PAUSE_NANOS;
    assertEquals(0, enter(1), "not gone for longer than a pause");
    leave(1);
    assertEquals(1, enter(2));
  }

  @Test
  @DisplayName("It has not gone while all of it is still there, however long nobody came")
  void standing() {
    crowded();
    now += 10 * Lane.PAUSE_NANOS;
    assertEquals(0, enter(1));
    leave(1);
    now += 10 * Lane.PAUSE_NANOS;
    assertEquals(0, enter(1));
  }
}
