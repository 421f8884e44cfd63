package vn.digitaltrust.registry.door;

import io.quarkus.test.junit.QuarkusTest;
import vn.digitaltrust.door.testing.StrictRequestsContract;

@QuarkusTest
class StrictRequestsTest extends StrictRequestsContract {
  StrictRequestsTest() {
    super("/registry/v1", "/kols", "registrar");
  }
}
