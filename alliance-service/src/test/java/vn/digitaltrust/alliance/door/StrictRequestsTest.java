package vn.digitaltrust.alliance.door;

import io.quarkus.test.junit.QuarkusTest;
import vn.digitaltrust.door.testing.StrictRequestsContract;

@QuarkusTest
class StrictRequestsTest extends StrictRequestsContract {
  StrictRequestsTest() {
    super("/alliance/v1", "/memberships", "alliance-admin");
  }
}
