package vn.digitaltrust.gateway.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TurnTest {
  private final List<Runnable> atItsEnd = new ArrayList<>();
  private final Turn turn = new Turn(3);
  private long now = Long.MAX_VALUE - 1_000; // as it may be: System.nanoTime begins anywhere

  private boolean takes() {
    return turn.takes(atItsEnd::add, now);
  }

  private void end() {
    assertEquals(1, atItsEnd.size(), "the end of a turn is waited for once");
    atItsEnd.remove(0).run();
  }

  /** How many of so many who come together are taken. */
  private int taken(int asking) {
    int taken = 0;
    for (int i = 0; i < asking; i++) {
      taken += takes() ? 1 : 0;
    }
    end();
    return taken;
  }

  @Test
  @DisplayName("GW-19 Too many once or twice are taken; from then on, so many a turn")
  void threeInARow() {
    assertEquals(10, taken(10));
    assertEquals(9, taken(9));
    assertEquals(3, taken(10));
    assertEquals(3, taken(4));
    assertEquals(3, taken(3));
    assertEquals(4, taken(4), "the turn before was not too much");
    assertEquals(4, taken(4));
    assertEquals(2, taken(2));
    assertEquals(4, taken(4));
  }

  @Test
  @DisplayName("GW-19 It is crowded for a second after somebody was too many")
  void crowded() {
    assertFalse(turn.isCrowded(now));
    taken(9);
    taken(9);
    assertFalse(turn.isCrowded(now));
    taken(4);
    long refused = now;
    assertTrue(turn.isCrowded(refused));
    assertTrue(turn.isCrowded(refused + 999_999_999));
    assertFalse(turn.isCrowded(refused + 1_000_000_000));
    now += 999_999_999;
    taken(4);
    assertTrue(turn.isCrowded(refused + 1_000_000_000));
  }
}
