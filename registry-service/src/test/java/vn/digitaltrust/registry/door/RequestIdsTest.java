package vn.digitaltrust.registry.door;

import io.quarkus.test.junit.QuarkusTest;
import vn.digitaltrust.door.testing.RequestIdsContract;

@QuarkusTest
class RequestIdsTest extends RequestIdsContract {
  RequestIdsTest() {
    super("/registry/v1/kols", "registrar");
  }
}
