package vn.digitaltrust.gateway.door;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.vertx.http.runtime.filters.Filters;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FilterOrderTest {
  private static final int AUTHENTICATION = 200;
  private static final int AUTHORISATION = 100;

  private final JavaClasses gateway =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("vn.digitaltrust.gateway");

  @Test
  @DisplayName("A request meets the filters in the order in which they are listed")
  void order() {
    FilterOrder[] all = FilterOrder.values();
    for (int i = 1; i < all.length; i++) {
      assertTrue(all[i - 1].priority() > all[i].priority(), all[i] + " is too early");
    }
  }

  @Test
  @DisplayName("Tokens are verified between the filters that say so, and at no other place")
  void authentication() {
    assertTrue(FilterOrder.CHECKS_WITH_KNOWN_TOKENS.priority() > AUTHENTICATION);
    assertTrue(FilterOrder.REQUEST_LIMIT.priority() < AUTHORISATION);
    assertTrue(FilterOrder.DOCUMENT.priority() > 0, "before the framework's limit of bodies");
  }

  @Test
  @DisplayName("No filter is registered past the list")
  void nothingElse() {
    noClasses()
        .that()
        .areNotAssignableTo(FilterOrder.class)
        .should()
        .callMethod(Filters.class, "register", io.vertx.core.Handler.class, int.class)
        .check(gateway);
  }

  @Test
  @DisplayName("Every filter of the list is registered, once")
  void all() {
    Set<String> names =
        EnumSet.allOf(FilterOrder.class).stream().map(FilterOrder::name).collect(toSet());
    var uses =
        gateway.stream()
            .filter(it -> !it.isAssignableTo(FilterOrder.class))
            .flatMap(it -> it.getFieldAccessesFromSelf().stream())
            .filter(it -> it.getTargetOwner().isEquivalentTo(FilterOrder.class))
            .map(JavaFieldAccess::getName)
            .toList();
    assertEquals(names, Set.copyOf(uses));
    assertEquals(names.size(), uses.size(), uses.toString());
  }
}
