package vn.digitaltrust.sanctions.door;

import io.quarkus.test.junit.QuarkusTest;
import vn.digitaltrust.door.testing.RequestIdsContract;

@QuarkusTest
class RequestIdsTest extends RequestIdsContract {
  RequestIdsTest() {
    super("/sanctions/v1/cases", "case-officer");
  }
}
