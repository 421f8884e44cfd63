package vn.digitaltrust.gateway.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.digitaltrust.verdict.Certificate;
import vn.digitaltrust.verdict.Membership;
import vn.digitaltrust.verdict.Verdict;

class EntityTagTest {
  private static final EntityTag TAGS =
      new EntityTag(new ObjectMapper().registerModule(new JavaTimeModule()));

  private static final Instant AT = Instant.parse("2026-11-24T08:00:00Z");
  private static final Answer.SubjectView SUBJECT =
      new Answer.SubjectView(new UUID(1, 2), "KOL", "REGISTERED", "KOL-100000011");

  private static Answer answer(
      Verdict verdict,
      Answer.SubjectView subject,
      Membership.Standing membership,
      Certificate.Mark mark) {
    return answer(UUID.randomUUID(), AT, 1, verdict, subject, membership, mark);
  }

  private static Answer answer(
      UUID id,
      Instant at,
      long position,
      Verdict verdict,
      Answer.SubjectView subject,
      Membership.Standing membership,
      Certificate.Mark mark) {
    TrustIndex.Known known = new TrustIndex.Known(position, position);
    TrustIndex.AsOf asOf = new TrustIndex.AsOf(known, known, known);
    return new Answer(id, verdict, at, subject, null, List.of(), membership, mark, asOf);
  }

  private static final Answer CLEAR =
      answer(Verdict.CLEAR, SUBJECT, Membership.NONE, Certificate.NONE);

  @Test
  @DisplayName("GW-18 Which check, when, and how fresh it was make no other tag")
  void sameSubstance() {
    Answer later =
        answer(
            new UUID(7, 7),
            AT.plusSeconds(60),
            99,
            Verdict.CLEAR,
            SUBJECT,
            Membership.NONE,
            Certificate.NONE);
    assertEquals(TAGS.of(CLEAR), TAGS.of(later));
  }

  static Stream<Answer> others() {
    return Stream.of(
        answer(Verdict.STALE, SUBJECT, Membership.NONE, Certificate.NONE),
        answer(Verdict.CLEAR, null, Membership.NONE, Certificate.NONE),
        answer(
            Verdict.CLEAR,
            new Answer.SubjectView(new UUID(1, 3), "KOL", "REGISTERED", "KOL-100000011"),
            Membership.NONE,
            Certificate.NONE),
        answer(Verdict.CLEAR, SUBJECT, new Membership.Standing("MEMBER", AT), Certificate.NONE),
        answer(
            Verdict.CLEAR,
            SUBJECT,
            Membership.NONE,
            new Certificate.Mark("VALID", "IT-1", "2027-01-01")));
  }

  @ParameterizedTest
  @MethodSource("others")
  @DisplayName("GW-18 Whatever else is said makes another tag")
  void otherSubstance(Answer other) {
    assertNotEquals(TAGS.of(CLEAR), TAGS.of(other));
  }

  private static Restriction restriction(String statement, String href) {
    return new Restriction(
        new UUID(3, 4),
        "ALLIANCE_MEASURE",
        "WARNING",
        null,
        new Restriction.Ground("CODE-1", "Lời hứa (hư cấu)", null),
        "2026-11-26",
        null,
        "2026-11-25T17:00:00Z",
        null,
        new Restriction.ShownScope(List.of(), List.of(), List.of(), List.of(), List.of()),
        List.of(),
        List.of(),
        statement,
        href);
  }

  @Test
  @DisplayName("GW-18 No statement makes one answer look like another")
  void statements() {
    // As text both would read alike: the one statement holds what follows the other.
    Answer one = restricted(List.of(restriction("a", "b"), restriction("c", "d")));
    String inner = restriction("c", "d").toString();
    String both = "a, href=b], " + inner.substring(0, inner.lastIndexOf(", href="));
    Answer other = restricted(List.of(restriction(both, "d")));
    assertEquals(one.restrictions().toString(), other.restrictions().toString());
    assertNotEquals(TAGS.of(one), TAGS.of(other));
  }

  private static Answer restricted(List<Restriction> restrictions) {
    return new Answer(
        new UUID(5, 6),
        Verdict.RESTRICTED,
        AT,
        SUBJECT,
        null,
        restrictions,
        Membership.NONE,
        Certificate.NONE,
        CLEAR.asOf());
  }

  @Test
  @DisplayName("GW-18, GW-22 An account that was proven meanwhile makes another tag")
  void proven() {
    assertNotEquals(TAGS.of(ofAccount(null)), TAGS.of(ofAccount(AT)));
  }

  private static Answer ofAccount(Instant provenSince) {
    return new Answer(
        new UUID(5, 6),
        Verdict.CLEAR,
        AT,
        SUBJECT,
        new Answer.AccountView(provenSince != null, provenSince),
        List.of(),
        Membership.NONE,
        Certificate.NONE,
        CLEAR.asOf());
  }

  @Test
  @DisplayName("GW-18 A tag has 128 bits")
  void length() {
    assertTrue(TAGS.of(CLEAR).matches("W/\"[0-9a-f]{32}\""), TAGS.of(CLEAR));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "W/\"1a\"; true",
        "\"1a\"; true",
        "*; true",
        "\"0\" , W/\"1a\"; true",
        "W/\"1b\"; false",
        "1a; false",
        "w/\"1a\"; false"
      })
  @DisplayName("GW-18 If-None-Match names tags, strong or weak, or whatever there is")
  void among(String held, boolean expected) {
    assertEquals(expected, EntityTag.isAmong(List.of(held), "W/\"1a\""));
    assertEquals(expected, EntityTag.isAmong(List.of("\"x\"", held), "W/\"1a\""));
  }

  @Test
  @DisplayName("GW-18 Who holds nothing gets the answer")
  void nothingHeld() {
    assertFalse(EntityTag.isAmong(List.of(), "W/\"1a\""));
    assertTrue(EntityTag.isAmong(List.of("W/\"1a\""), "W/\"1a\""));
  }
}
