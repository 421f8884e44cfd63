package vn.digitaltrust.deploy.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.deploy.http.Http;

class NarratorTest {
  private static JsonNode json(String text) throws IOException {
    return Http.JSON.readTree(text);
  }

  @Test
  void a_trust_check_is_told_by_verdict_class_ground_dates_and_standing() throws IOException {
    assertEquals(
        "RESTRICTED, [ENGAGEMENT_LIMIT, ALLIANCE_MEASURE, ground G-1, from 2026-11-26,"
            + " until 2027-02-24, exceptions 1], subject REGISTERED, membership MEMBER,"
            + " trustMark SUSPENDED",
        Gist.of(
            json(
                """
                {"verdict":"RESTRICTED","subject":{"id":"x","status":"REGISTERED"},
                 "restrictions":[{"class":"ALLIANCE_MEASURE","kind":"ENGAGEMENT_LIMIT","authority":null,
                   "ground":{"code":"G-1","title":"T"},"from":"2026-11-26","until":"2027-02-24",
                   "exceptions":[{}],"conditions":[]}],
                 "membership":{"status":"MEMBER"},"trustMark":{"status":"SUSPENDED"},"checkId":"c"}
                """)));
  }

  @Test
  void a_list_is_told_item_by_item_and_a_refusal_by_its_words() throws IOException {
    assertEquals(
        "2 items; APPLIED; ADMITTED, suspended true",
        Gist.of(
            json(
                "{\"items\":[{\"status\":\"APPLIED\",\"suspended\":false},"
                    + "{\"status\":\"ADMITTED\",\"suspended\":true}],\"next\":null}")));
    assertEquals(
        "409, title T, detail D",
        Gist.of(json("{\"status\":409,\"title\":\"T\",\"detail\":\"D\",\"type\":\"urn:x\"}")));
  }

  @Test
  void bodies_are_told_whole_only_when_asked_for() {
    assertFalse(told(false).contains("facts"));
    assertTrue(told(true).contains("{\"facts\":\"f\"}"));
  }

  private static String told(boolean whole) {
    var out = new ByteArrayOutputStream();
    new Narrator(new PrintStream(out, true, StandardCharsets.UTF_8), false, whole)
        .request("officer-an", "POST", "/sanctions/v1/reports", Map.of("facts", "f"));
    return out.toString(StandardCharsets.UTF_8);
  }
}
