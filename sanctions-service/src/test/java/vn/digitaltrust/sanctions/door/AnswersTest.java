package vn.digitaltrust.sanctions.door;

import io.quarkus.test.junit.QuarkusTest;
import vn.digitaltrust.door.testing.AnswersContract;

@QuarkusTest
class AnswersTest extends AnswersContract {
  AnswersTest() {
    super("/sanctions/v1", "/cases", "case-officer");
  }
}
