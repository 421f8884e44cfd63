package vn.digitaltrust.alliance.door;

import io.quarkus.test.junit.QuarkusTest;
import vn.digitaltrust.door.testing.AnswersContract;

@QuarkusTest
class AnswersTest extends AnswersContract {
  AnswersTest() {
    super("/alliance/v1", "/memberships", "alliance-admin");
  }
}
