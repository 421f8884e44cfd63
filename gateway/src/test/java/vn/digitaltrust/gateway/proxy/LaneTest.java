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

  @Test
  @DisplayName(
      "What is too much for longer than a pause is a crowd, until half of what it may have")
  void crowd() {
    assertEquals(IN_CROWD + 1, enter(IN_CROWD + 1));
    now += Lane.PAUSE_NANOS;
    assertEquals(1, enter(1), "no longer than a pause");
    now += 1;
    assertEquals(0, enter(1));
    leave(3);
    assertEquals(1, enter(3), "as many as in a crowd");
    leave(2);
    assertEquals(2, lane.taken());
    assertEquals(MOST - 2, enter(MOST), "it has gone");
  }
}
