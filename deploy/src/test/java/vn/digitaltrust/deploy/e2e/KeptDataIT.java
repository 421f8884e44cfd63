package vn.digitaltrust.deploy.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.digitaltrust.deploy.suite.Part;

@ExtendWith(RunningSuite.Extension.class)
class KeptDataIT {
  private final RunningSuite suite;

  KeptDataIT(RunningSuite suite) {
    this.suite = suite;
  }

  @Test
  void down_stops_every_process_and_up_finds_everything_again() {
    String query = "platform=TIKTOK&handle=" + Fixtures.account(suite, Fixtures.registered(suite));
    suite.checks().verdict(query, "CLEAR");
    Map<Part, Long> heads = new EnumMap<>(Part.class);
    Part.services().forEach(service -> heads.put(service, suite.head(service)));

    suite.stop();
    for (Part part : Part.values()) {
      assertTrue(suite.suite().records().alive(part).isEmpty(), part.label());
    }
    suite.start();

    suite.checks().verdict(query, "CLEAR");
    heads.forEach((service, head) -> assertEquals(head, suite.head(service), service.label()));
    Journals.areWhole(suite);
  }
}
