package vn.digitaltrust.gateway.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RequestIdsTest {
  @Test
  @DisplayName("DOOR-5 Ids are UUIDs of version 7 that carry the time, and differ")
  void version7() {
    long before = System.currentTimeMillis();
    Set<UUID> ids = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      UUID id = RequestIds.next();
      assertEquals(7, id.version());
      assertEquals(2, id.variant());
      long time = id.getMostSignificantBits() >>> 16;
      assertTrue(time >= before && time <= System.currentTimeMillis());
      ids.add(id);
    }
    assertEquals(10_000, ids.size());
  }
}
