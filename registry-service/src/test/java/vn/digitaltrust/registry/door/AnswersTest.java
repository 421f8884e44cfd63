package vn.digitaltrust.registry.door;

import io.quarkus.test.junit.QuarkusTest;
import vn.digitaltrust.door.testing.AnswersContract;

@QuarkusTest
class AnswersTest extends AnswersContract {
  AnswersTest() {
    super("/registry/v1", "/kols", "registrar");
  }
}
