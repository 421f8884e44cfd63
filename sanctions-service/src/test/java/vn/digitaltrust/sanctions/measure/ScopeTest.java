package vn.digitaltrust.sanctions.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.vocabulary.Activity;

class ScopeTest {
  private static Scope scope(Set<Activity> activities, Set<String> territories) {
    return new Scope(new TreeSet<>(activities), null, null, new TreeSet<>(territories), null);
  }

  @Provide
  Arbitrary<Scope> scopes() {
    return Combinators.combine(
            Arbitraries.of(Activity.class).set(), Arbitraries.of("2025:01", "2025:79").set())
        .as(ScopeTest::scope);
  }

  private static boolean reaches(Scope scope, Activity activity, String territory) {
    return (scope.activities().isEmpty() || scope.activities().contains(activity))
        && (scope.territories().isEmpty() || scope.territories().contains(territory));
  }

  @Property
  @Label("SAN-40 overlap is: something is reached by both")
  void overlap(@ForAll("scopes") Scope one, @ForAll("scopes") Scope other) {
    boolean both = false;
    for (Activity activity : Activity.values()) {
      for (String territory : Set.of("2025:01", "2025:79")) {
        both |= reaches(one, activity, territory) && reaches(other, activity, territory);
      }
    }
    assertEquals(both, one.overlaps(other));
  }

  @Property
  @Label("SAN-34 within means: reaches nothing more")
  void within(@ForAll("scopes") Scope one, @ForAll("scopes") Scope other) {
    if (one.within(other)) {
      for (Activity activity : Activity.values()) {
        for (String territory : Set.of("2025:01", "2025:79", "2025:04")) {
          assertTrue(!reaches(one, activity, territory) || reaches(other, activity, territory));
        }
      }
    }
    assertTrue(one.within(one));
    assertTrue(one.within(Scope.ALL));
    assertEquals(one.everything(), Scope.ALL.within(one));
  }

  @Test
  @DisplayName("SAN-40 everything is not within a part of it")
  void everything() {
    assertFalse(Scope.ALL.within(scope(Set.of(Activity.PERFORM), Set.of())));
  }
}
