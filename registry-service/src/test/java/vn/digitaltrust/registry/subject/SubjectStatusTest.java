package vn.digitaltrust.registry.subject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every pair of a status and an action, against a table written down by hand. */
@DisplayName("REG-1 what may be done to a subject follows from its status")
class SubjectStatusTest {

  /** Rows: the status; columns: the status after the action, "-" where it is refused. */
  private static final String TABLE =
      """
      .            SUBMIT    CHANGE     VERIFY   REGISTER   DEACTIVATE REACTIVATE DEREGISTER   MERGE  UNMERGE ERASE
      RECORDED     SUBMITTED RECORDED   -        -          -          -          -            MERGED -       ERASED
      SUBMITTED    -         SUBMITTED  VERIFIED -          -          -          -            MERGED -       ERASED
      VERIFIED     -         VERIFIED   -        REGISTERED -          -          -            MERGED -       ERASED
      REGISTERED   -         REGISTERED -        -          INACTIVE   -          DEREGISTERED MERGED -       ERASED
      INACTIVE     -         INACTIVE   -        -          -          REGISTERED DEREGISTERED MERGED -       ERASED
      DEREGISTERED -         -          -        -          -          -          -            MERGED -       ERASED
      MERGED       -         -          -        -          -          -          -            -      former  -
      ERASED       -         -          -        -          -          -          -            -      -       -
      """;

  static Stream<Arguments> pairs() {
    var rows = TABLE.lines().map(line -> line.strip().split(" +")).toList();
    return rows.stream()
        .skip(1)
        .flatMap(
            row ->
                Arrays.stream(SubjectAction.values())
                    .map(
                        action ->
                            Arguments.of(
                                SubjectStatus.valueOf(row[0]),
                                action,
                                row[Arrays.asList(rows.get(0)).indexOf(action.name())])));
  }

  @ParameterizedTest(name = "{0} + {1} → {2}")
  @MethodSource("pairs")
  void everyPair(SubjectStatus status, SubjectAction action, String expected) {
    var former = SubjectStatus.INACTIVE;
    if (expected.equals("-")) {
      assertEquals(false, status.allows(action));
      assertThrows(IllegalStateException.class, () -> status.after(action, former));
    } else {
      assertEquals(true, status.allows(action));
      var after = expected.equals("former") ? former : SubjectStatus.valueOf(expected);
      assertEquals(after, status.after(action, former));
    }
  }

  @ParameterizedTest
  @MethodSource("allPairs")
  @DisplayName("the table has every pair")
  void theTableIsComplete(Map.Entry<SubjectStatus, SubjectAction> pair) {
    assertEquals(
        1,
        pairs()
            .filter(row -> row.get()[0] == pair.getKey() && row.get()[1] == pair.getValue())
            .count());
  }

  static Stream<Map.Entry<SubjectStatus, SubjectAction>> allPairs() {
    return Arrays.stream(SubjectStatus.values())
        .flatMap(s -> Arrays.stream(SubjectAction.values()).map(a -> Map.entry(s, a)));
  }
}
