package vn.digitaltrust.sanctions.door;

import io.quarkus.test.junit.QuarkusTest;
import vn.digitaltrust.door.testing.RememberedTokensContract;

@QuarkusTest
class RememberedTokensTest extends RememberedTokensContract {
  RememberedTokensTest() {
    super("/sanctions/v1/cases", "case-officer");
  }
}
