package vn.digitaltrust.alliance.door;

import io.quarkus.test.junit.QuarkusTest;
import vn.digitaltrust.door.testing.RequestIdsContract;

@QuarkusTest
class RequestIdsTest extends RequestIdsContract {
  RequestIdsTest() {
    super("/alliance/v1/memberships", "alliance-admin");
  }
}
