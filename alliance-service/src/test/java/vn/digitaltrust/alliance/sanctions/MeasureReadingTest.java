package vn.digitaltrust.alliance.sanctions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.digitaltrust.alliance.testing.Told;
import vn.digitaltrust.journal.Audience;
import vn.digitaltrust.journal.Entry;
import vn.digitaltrust.vocabulary.Span;

class MeasureReadingTest {
  private static final String STATE =
      """
      {"id":"00000000-0000-7000-8000-000000000001","subject":"00000000-0000-7000-8000-000000000002",
       "case":null,"class":"ALLIANCE_MEASURE","kind":"CERTIFICATE_SUSPENSION","interim":false,
       "scope":{"activities":[]},"ground":{"code":"ADV-15A","title":"x","provision":"y"},
       "from":"2026-11-24","until":"2026-12-24","startsAt":"2026-11-24T03:00:00.123456Z",
       "endsAt":"2026-12-24T17:00:00Z","conditions":[],"exceptions":[],
       "stays":[{"startsAt":"2026-12-01T00:00:00Z","endsAt":null}],"end":null,"newer":{"a":1}}
      """;

  private static Optional<Measure> read(String json) {
    try {
      JsonNode node = new ObjectMapper().readTree(json);
      return MeasureReading.of(node);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  @DisplayName("of a measure's state just what is used is read; the rest may change")
  void reads() {
    Measure measure = read(STATE).orElseThrow();
    assertEquals(MeasureKind.CERTIFICATE_SUSPENSION, measure.kind());
    assertEquals("ADV-15A", measure.ground());
    assertEquals(Instant.parse("2026-11-24T03:00:00.123456Z"), measure.startsAt());
    assertEquals(Instant.parse("2026-12-24T17:00:00Z"), measure.endsAt());
    assertEquals(List.of(new Span(Instant.parse("2026-12-01T00:00:00Z"), null)), measure.stays());
    assertNull(measure.end());
  }

  @ParameterizedTest
  @CsvSource({
    "REMINDER, IRRELEVANT",
    "WARNING, IRRELEVANT",
    "ENGAGEMENT_LIMIT, IRRELEVANT",
    "CERTIFICATE_SUSPENSION, CERTIFICATE_SUSPENSION",
    "CERTIFICATE_WITHDRAWAL, CERTIFICATE_WITHDRAWAL",
    "MEMBERSHIP_SUSPENSION, MEMBERSHIP_SUSPENSION",
    "MEMBERSHIP_EXCLUSION, MEMBERSHIP_EXCLUSION",
    "PUBLIC_APOLOGY, UNKNOWN"
  })
  @DisplayName("ALL-26 every kind of sanctions is known here, and one to come is the strictest")
  void kinds(String name, MeasureKind kind) {
    assertEquals(kind, read(STATE.replace("CERTIFICATE_SUSPENSION", name)).orElseThrow().kind());
  }

  @ParameterizedTest
  @CsvSource({"LIFTED, LIFTED", "ANNULLED, ANNULLED", "SUPERSEDED,"})
  @DisplayName("ALL-26 an unknown end does not end a measure")
  void ends(String state, Measure.End end) {
    String ended =
        STATE.replace(
            "\"end\":null",
            "\"end\":{\"state\":\"" + state + "\",\"at\":\"2026-12-02T00:00:00Z\"}");
    assertEquals(end, read(ended).orElseThrow().end());
  }

  private static Measure told(String state) {
    UUID id = UUID.fromString("00000000-0000-7000-8000-000000000007");
    UUID subject = UUID.fromString("00000000-0000-7000-8000-000000000008");
    JsonNode node = Told.json("{\"state\":" + state + "}").get("state");
    return MeasureReading.of(
        new Entry(
            1,
            "0".repeat(64),
            Instant.parse("2026-11-25T00:00:00Z"),
            "measure.imposed",
            subject,
            "measure",
            id,
            1,
            Audience.PUBLIC,
            1,
            node));
  }

  @Test
  @DisplayName("ALL-26 of an entry that says nothing both rights are paused, from when it was told")
  void nothingToRead() {
    for (String state : List.of("{}", "[]", "7", "null", "\"x\"")) {
      Measure measure = told(state);
      assertEquals("00000000-0000-7000-8000-000000000007", measure.id().toString());
      assertEquals("00000000-0000-7000-8000-000000000008", measure.subject().toString());
      assertEquals(MeasureKind.UNKNOWN, measure.kind());
      assertEquals(
          List.of(new Span(Instant.parse("2026-11-25T00:00:00Z"), null)), measure.net(), state);
    }
  }

  @ParameterizedTest(name = "ALL-26 {0} becomes {1}: from {2} until {3}")
  @CsvSource({
    "2026-12-24T17:00:00Z, tomorrow, 2026-11-24T03:00:00.123456Z,",
    "2026-12-24T17:00:00Z, +10000-01-01T00:00:00Z, 2026-11-24T03:00:00.123456Z,",
    "2026-12-24T17:00:00Z, +1000000000-12-31T23:59:59Z, 2026-11-24T03:00:00.123456Z,",
    "2026-11-24T03:00:00.123456Z, 24.11.2026, 2026-11-25T00:00:00Z, 2026-12-24T17:00:00Z",
    "2026-11-24T03:00:00.123456Z, -1000000-01-01T00:00:00Z, 2026-11-25T00:00:00Z, 2026-12-24T17:00:00Z",
    "2026-12-01T00:00:00Z, ?, 2026-11-24T03:00:00.123456Z, 2026-12-24T17:00:00Z"
  })
  void instants(String instant, String broken, Instant from, Instant until) {
    String whole = STATE.replace("\"stays\":[{", "\"stays\":[{\"x\":0,");
    if (!instant.equals("2026-12-01T00:00:00Z")) {
      whole = STATE.replace("{\"startsAt\":\"2026-12-01T00:00:00Z\",\"endsAt\":null}", "");
    }
    assertEquals(List.of(new Span(from, until)), told(whole.replace(instant, broken)).net());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"state\":\"LIFTED\"}", "{\"state\":\"LIFTED\",\"at\":\"?\"}", "{}", "7"})
  @DisplayName("ALL-26 an end that cannot be read ends nothing")
  void unreadableEnds(String end) {
    assertNull(told(STATE.replace("\"end\":null", "\"end\":" + end)).end());
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "subject", "startsAt"})
  @DisplayName("an answer that does not say what it is about is not read, and not guessed")
  void unreadable(String property) {
    assertEquals(
        Optional.empty(), read(STATE.replace("\"" + property + "\"", "\"x" + property + "\"")));
  }
}
