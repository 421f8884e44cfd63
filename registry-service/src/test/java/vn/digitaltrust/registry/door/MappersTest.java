package vn.digitaltrust.registry.door;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.door.testing.Mappers;

@QuarkusTest
class MappersTest {
  @Test
  @DisplayName("DOOR-1 of two mappers for one exception the one that is meant wins")
  void won() {
    Mappers.areThoseMeant();
  }
}
