package vn.digitaltrust.alliance.door;

import io.quarkus.test.junit.QuarkusTest;
import vn.digitaltrust.door.testing.RememberedTokensContract;

@QuarkusTest
class RememberedTokensTest extends RememberedTokensContract {
  RememberedTokensTest() {
    super("/alliance/v1/memberships", "alliance-admin");
  }
}
