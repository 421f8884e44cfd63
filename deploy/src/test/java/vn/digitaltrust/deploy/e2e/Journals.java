package vn.digitaltrust.deploy.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.digitaltrust.deploy.http.Http;
import vn.digitaltrust.deploy.suite.Part;

/** What must be true of every journal at any time. */
final class Journals {
  private Journals() {}

  /** The chain adds up, positions have no gap, and no change of anything stands there twice. */
  static void areWhole(RunningSuite suite) {
    for (Part service : Part.services()) {
      Http.Answer verification = suite.verification(service);
      assertEquals(200, verification.status(), verification.body());
      assertTrue(verification.json().path("intact").asBoolean(), verification.body());
      noGapAndNothingTwice(service, suite.entries(service, 0));
    }
  }

  private static void noGapAndNothingTwice(Part service, List<JsonNode> entries) {
    Set<String> seen = new HashSet<>();
    Map<String, Long> versions = new HashMap<>();
    long position = 0;
    for (JsonNode entry : entries) {
      position++;
      assertEquals(position, entry.path("position").asLong(), service + " has a gap");
      String aggregate =
          entry.path("aggregate").asText()
              + entry.path("aggregateId").asText()
              + entry.path("audience").asText();
      long version = entry.path("version").asLong();
      assertTrue(
          seen.add(aggregate + version + entry.path("type").asText()),
          () -> service + " has this twice: " + entry);
      assertTrue(
          versions.merge(aggregate, version, Math::max) == version,
          () -> service + " goes back in: " + entry);
    }
  }
}
