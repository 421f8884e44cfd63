package vn.digitaltrust.registry.door;

import io.quarkus.test.junit.QuarkusTest;
import vn.digitaltrust.door.testing.RememberedTokensContract;

@QuarkusTest
class RememberedTokensTest extends RememberedTokensContract {
  RememberedTokensTest() {
    super("/registry/v1/kols", "registrar");
  }
}
