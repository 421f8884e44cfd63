package vn.digitaltrust.sanctions.door;

import io.quarkus.test.junit.QuarkusTest;
import vn.digitaltrust.door.testing.StrictRequestsContract;

@QuarkusTest
class StrictRequestsTest extends StrictRequestsContract {
  StrictRequestsTest() {
    super("/sanctions/v1", "/cases", "case-officer");
  }
}
