package vn.digitaltrust.gateway.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.digitaltrust.gateway.trust.Samples.END;
import static vn.digitaltrust.gateway.trust.Samples.MIDDLE;
import static vn.digitaltrust.gateway.trust.Samples.START;
import static vn.digitaltrust.gateway.trust.Samples.limit;
import static vn.digitaltrust.gateway.trust.Samples.scope;
import static vn.digitaltrust.gateway.trust.Verdict.CLEAR;
import static vn.digitaltrust.gateway.trust.Verdict.CONDITIONAL;
import static vn.digitaltrust.gateway.trust.Verdict.RESTRICTED;
import static vn.digitaltrust.gateway.trust.Verdict.STALE;
import static vn.digitaltrust.gateway.trust.Verdict.UNKNOWN;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictsTest {
  private static final Duration BOUND = Duration.ofSeconds(30);
  private static final Subject REGISTERED = withStatus("REGISTERED");
  private static final String EXCEPTION =
      "'exceptions':[{'scope':%s,'startsAt':'2026-11-30T00:00:00Z','endsAt':'2026-12-02T00:00:00Z'}]";

  private static Subject withStatus(String status) {
    return new Subject(UUID.randomUUID(), "KOL", status, null, null);
  }

  private static Verdict verdict(Subject subject, Question question, Measure... measures) {
    return Verdicts.on(subject, List.of(measures), question, Duration.ZERO, BOUND).verdict();
  }

  private static Verdict at(Instant at, Measure... measures) {
    return verdict(REGISTERED, Question.about(at), measures);
  }

  private static Question question(String dimension, String value) {
    return new Question(
        "activities".equals(dimension) ? value : null,
        "platforms".equals(dimension) ? value : null,
        "media".equals(dimension) ? value : null,
        "territories".equals(dimension) ? value : null,
        "productCategories".equals(dimension) ? value : null,
        MIDDLE);
  }

  @Test
  @DisplayName("GW-3 a registered subject that nothing covers is CLEAR")
  void clear() {
    assertEquals(CLEAR, at(MIDDLE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"RECORDED", "SUBMITTED", "VERIFIED", "INACTIVE", "DEREGISTERED", "ERASED", "NEW"})
  @DisplayName("GW-4 no status but REGISTERED is a clean bill")
  void silence(String status) {
    assertEquals(UNKNOWN, verdict(withStatus(status), Question.about(MIDDLE)));
  }

  @Test
  @DisplayName("GW-4 nobody known is UNKNOWN")
  void nobody() {
    assertEquals(UNKNOWN, verdict(null, Question.about(MIDDLE)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"REGISTERED", "RECORDED", "DEREGISTERED", "ERASED"})
  @DisplayName("GW-1 a limit restricts whoever it is about, registered or not")
  void restricted(String status) {
    assertEquals(RESTRICTED, verdict(withStatus(status), Question.about(MIDDLE), limit("")));
  }

  @Test
  @DisplayName("GW-7 the start belongs to the interval, the end does not")
  void boundaries() {
    assertEquals(CLEAR, at(START.minusNanos(1), limit("")));
    assertEquals(RESTRICTED, at(START, limit("")));
    assertEquals(RESTRICTED, at(END.minusNanos(1), limit("")));
    assertEquals(CLEAR, at(END, limit("")));
  }

  @Test
  @DisplayName("GW-7 a limit without an end goes on")
  void open() {
    assertEquals(RESTRICTED, at(END.plusSeconds(1), limit("'endsAt':null")));
  }

  @Test
  @DisplayName("GW-7 a stay suspends for its span and does not move the end")
  void stayed() {
    Measure stayed =
        limit("'stays':[{'startsAt':'2026-11-30T00:00:00Z','endsAt':'2026-12-02T00:00:00Z'}]");

    assertEquals(RESTRICTED, at(Instant.parse("2026-11-29T23:59:59Z"), stayed));
    assertEquals(CLEAR, at(Instant.parse("2026-11-30T00:00:00Z"), stayed));
    assertEquals(CLEAR, at(Instant.parse("2026-12-01T23:59:59Z"), stayed));
    assertEquals(RESTRICTED, at(Instant.parse("2026-12-02T00:00:00Z"), stayed));
    assertEquals(CLEAR, at(END, stayed));
  }

  @Test
  @DisplayName("GW-7 a stay without an end holds")
  void stayedOpenly() {
    Measure stayed = limit("'stays':[{'startsAt':'2026-11-30T00:00:00Z','endsAt':null}]");

    assertEquals(CLEAR, at(MIDDLE, stayed));
  }

  @Test
  @DisplayName("GW-7 lifted: in force until then, also when asked ahead")
  void lifted() {
    Measure lifted = limit("'end':{'state':'LIFTED','at':'2026-12-01T00:00:00Z'}");

    assertEquals(RESTRICTED, at(MIDDLE.minusNanos(1), lifted));
    assertEquals(CLEAR, at(MIDDLE, lifted));
  }

  @Test
  @DisplayName("GW-7 annulled: never in force, for any time")
  void annulled() {
    Measure annulled = limit("'end':{'state':'ANNULLED','at':'2026-12-01T00:00:00Z'}");

    assertEquals(CLEAR, at(START, annulled));
    assertEquals(CLEAR, at(END.minusNanos(1), annulled));
  }

  @ParameterizedTest
  @CsvSource({
    "activities, PERFORM, APPEAR",
    "platforms, TIKTOK, YOUTUBE",
    "media, ONLINE, RADIO",
    "territories, 2025:79, 2025:01",
    "productCategories, FOOD, FASHION"
  })
  @DisplayName("GW-9 in each dimension: covered, not covered, not asked")
  void dimensions(String dimension, String covered, String other) {
    Measure measure = limit("'scope':" + scope(dimension, covered));

    assertEquals(RESTRICTED, verdict(REGISTERED, question(dimension, covered), measure));
    assertEquals(CLEAR, verdict(REGISTERED, question(dimension, other), measure));
    assertEquals(RESTRICTED, verdict(REGISTERED, Question.about(MIDDLE), measure));
  }

  @Test
  @DisplayName("GW-9 one dimension outside is enough to be outside")
  void everyDimension() {
    Measure measure =
        limit(
            "'scope':" + scope("activities", "PERFORM").replace("'media':[]", "'media':['STAGE']"));

    assertEquals(
        CLEAR,
        verdict(REGISTERED, new Question("PERFORM", null, "RADIO", null, null, MIDDLE), measure));
    assertEquals(
        RESTRICTED,
        verdict(REGISTERED, new Question("PERFORM", null, "STAGE", null, null, MIDDLE), measure));
  }

  @Test
  @DisplayName("GW-2, GW-10 an exception decides for all that was asked, in its interval alone")
  void excepted() {
    Measure excepted = limit(EXCEPTION.formatted(scope("productCategories", "FASHION")));

    assertEquals(
        CONDITIONAL, verdict(REGISTERED, question("productCategories", "FASHION"), excepted));
    assertEquals(RESTRICTED, verdict(REGISTERED, question("productCategories", "FOOD"), excepted));
    assertEquals(RESTRICTED, at(MIDDLE, excepted), "what was not asked is not permitted");
    Measure open = limit(EXCEPTION.formatted(Samples.EVERYTHING));
    assertEquals(RESTRICTED, at(Instant.parse("2026-11-29T23:59:59Z"), open));
    assertEquals(CONDITIONAL, at(Instant.parse("2026-11-30T00:00:00Z"), open));
    assertEquals(RESTRICTED, at(Instant.parse("2026-12-02T00:00:00Z"), open));
  }

  @Test
  @DisplayName("GW-2 a condition of the measure decides")
  void conditional() {
    assertEquals(CONDITIONAL, at(MIDDLE, limit("'conditions':['Gắn nhãn quảng cáo']")));
  }

  @Test
  @DisplayName("GW-1 another limit without an exception still restricts, and comes first")
  void hardest() {
    Measure soft = limit("'conditions':['x']");
    Measure hard = limit("");

    Verdicts.Finding finding =
        Verdicts.on(REGISTERED, List.of(soft, hard), Question.about(MIDDLE), Duration.ZERO, BOUND);

    assertEquals(RESTRICTED, finding.verdict());
    assertEquals(List.of(hard, soft), finding.restrictions());
  }

  @Test
  @DisplayName("GW-5, GW-6 beyond the bound CLEAR and UNKNOWN become STALE, the rest stays")
  void stale() {
    Question question = Question.about(MIDDLE);
    Duration old = BOUND.plusMillis(1);

    assertEquals(CLEAR, Verdicts.on(REGISTERED, List.of(), question, BOUND, BOUND).verdict());
    assertEquals(STALE, Verdicts.on(REGISTERED, List.of(), question, old, BOUND).verdict());
    assertEquals(STALE, Verdicts.on(null, List.of(), question, old, BOUND).verdict());
    assertEquals(
        RESTRICTED, Verdicts.on(REGISTERED, List.of(limit("")), question, old, BOUND).verdict());
    assertEquals(
        CONDITIONAL,
        Verdicts.on(REGISTERED, List.of(limit("'conditions':['x']")), question, old, BOUND)
            .verdict());
  }
}
