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

  @Test
  @DisplayName("GW-19 A turn takes so many and no more, and the next one as many again")
  void most() {
    for (int round = 0; round < 3; round++) {
      assertTrue(takes() && takes() && takes());
      assertFalse(takes() || takes());
      assertEquals(1, atItsEnd.size(), "the end of a turn is waited for once");
      atItsEnd.remove(0).run();
    }
  }

  @Test
  @DisplayName("GW-19 A turn that ends early leaves nothing behind")
  void early() {
    takes();
    atItsEnd.remove(0).run();
    assertTrue(takes() && takes() && takes());
    assertFalse(takes());
  }

  @Test
  @DisplayName("GW-19 It is crowded for a second after somebody was too many")
  void crowded() {
    assertFalse(turn.isCrowded(now));
    assertTrue(takes() && takes() && takes());
    assertFalse(turn.isCrowded(now));
    assertFalse(takes());
    long refused = now;
    assertTrue(turn.isCrowded(refused));
    assertTrue(turn.isCrowded(refused + 999_999_999));
    assertFalse(turn.isCrowded(refused + 1_000_000_000));
    now += 999_999_999;
    assertFalse(takes());
    assertTrue(turn.isCrowded(refused + 1_000_000_000));
  }
}
