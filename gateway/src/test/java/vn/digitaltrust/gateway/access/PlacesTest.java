package vn.digitaltrust.gateway.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.digitaltrust.gateway.access.Places.Entry.ALL_TAKEN;
import static vn.digitaltrust.gateway.access.Places.Entry.CLIENT_AT_LIMIT;
import static vn.digitaltrust.gateway.access.Places.Entry.GRANTED;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacesTest {
  private static final Client ONE = new Client("one", "one 1");
  private static final Client OTHER = new Client("other", "other 1");
  private static final Client THIRD = new Client("other", "other 2");

  private final Places places = new Places("settings", 3, 2);

  @Test
  @DisplayName("ACCESS-4 A client gets as many places as one client may have, then others get one")
  void perClient() {
    assertEquals(GRANTED, places.enter(ONE));
    assertEquals(GRANTED, places.enter(ONE));
    assertEquals(CLIENT_AT_LIMIT, places.enter(ONE));
    assertEquals(GRANTED, places.enter(OTHER));
  }

  @Test
  @DisplayName("ACCESS-4 When all places are taken nobody gets one, whoever it is")
  void all() {
    places.enter(ONE);
    places.enter(ONE);
    places.enter(OTHER);
    assertEquals(ALL_TAKEN, places.enter(OTHER));
    assertEquals(ALL_TAKEN, places.enter(THIRD));
    assertEquals(3, places.taken());
    places.leave(ONE);
    assertEquals(GRANTED, places.enter(THIRD));
  }

  @Test
  @DisplayName("ACCESS-4 A refusal takes no place, and nothing is kept of a client without one")
  void givenBack() {
    places.enter(ONE);
    places.enter(ONE);
    places.enter(ONE);
    places.leave(ONE);
    assertEquals(GRANTED, places.enter(ONE));
    places.leave(ONE);
    places.leave(ONE);
    assertEquals(0, places.taken());
    assertEquals(0, places.clients());
  }

  @ParameterizedTest
  @CsvSource({"3, 3", "3, 4", "3, 0", "1, 1", "0, 0"})
  @DisplayName("ACCESS-4 The start fails, with the settings' names, if one client could take all")
  void limits(int limit, int perClient) {
    IllegalStateException failure =
        assertThrows(
            IllegalStateException.class, () -> new Places("a.limit and b", limit, perClient));
    assertTrue(
        failure
            .getMessage()
            .startsWith("a.limit and b: one client may have %d of %d".formatted(perClient, limit)),
        failure.getMessage());
  }
}
