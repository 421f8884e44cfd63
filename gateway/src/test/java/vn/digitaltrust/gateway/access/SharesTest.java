package vn.digitaltrust.gateway.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SharesTest {
  private static final Client ONE = new Client("one", "one 1");
  private static final Client OTHER = new Client("other", "other 1");

  private final Shares shares = new Shares(2);

  @Test
  @DisplayName("ACCESS-4 A client gets its share and no more, whatever others have")
  void share() {
    assertTrue(shares.enter(ONE));
    assertTrue(shares.enter(ONE));
    assertFalse(shares.enter(ONE));
    assertTrue(shares.enter(OTHER));
  }

  @Test
  @DisplayName("ACCESS-4 What was refused is not counted, and nothing is kept of who has nothing")
  void givenBack() {
    shares.enter(ONE);
    shares.enter(ONE);
    shares.enter(ONE);
    shares.leave(ONE);
    assertTrue(shares.enter(ONE));
    shares.leave(ONE);
    shares.leave(ONE);
    assertEquals(0, shares.clients());
    shares.leave(ONE);
    assertEquals(0, shares.clients());
  }
}
