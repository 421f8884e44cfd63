package vn.digitaltrust.sanctions.door;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import vn.digitaltrust.door.testing.TracesContract;
import vn.digitaltrust.journal.testing.TraceReceiver;

@QuarkusTest
@QuarkusTestResource(value = TraceReceiver.class, restrictToAnnotatedClass = true)
class TracesTest extends TracesContract {
  TracesTest() {
    super("/sanctions/v1", "/cases", "case-officer");
  }
}
