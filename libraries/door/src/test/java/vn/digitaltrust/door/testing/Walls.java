package vn.digitaltrust.door.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import io.quarkus.runtime.StartupEvent;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import vn.digitaltrust.journal.Follower;
import vn.digitaltrust.journal.WhileServing;

/** The walls that stand in every process alike. Each was seen to fail once. */
public final class Walls {
  private static final Set<String> CONSTRAINTS =
      Set.of("NotNull", "NotBlank", "NotEmpty", "Size", "Min", "Max", "Pattern");

  private Walls() {}

  /** Features of a root package use one another in one direction only. */
  public static ArchRule featuresHaveNoCycles(String root) {
    return SlicesRuleDefinition.slices().matching(root + ".(*)..").should().beFreeOfCycles();
  }

  /** Entities never leave their package. */
  public static ArchRule entitiesStayAtHome() {
    return classes().that().areAnnotatedWith(Entity.class).should().bePackagePrivate();
  }

  /** Parts of entities never leave their package either. */
  public static ArchRule embeddablesStayAtHome() {
    return classes().that().areAnnotatedWith(Embeddable.class).should().bePackagePrivate();
  }

  /** Resources, desks and repositories belong to their feature alone. */
  public static ArchRule resourcesDesksAndRepositoriesStayAtHome() {
    return classes()
        .that()
        .haveSimpleNameEndingWith("Repository")
        .or()
        .haveSimpleNameEndingWith("Resource")
        .or()
        .haveSimpleNameEndingWith("Desk")
        .should()
        .bePackagePrivate();
  }

  /** A resource is HTTP only: rows are the desk's. */
  public static ArchRule resourcesTouchNoRows() {
    return noClasses()
        .that()
        .haveSimpleNameEndingWith("Resource")
        .should()
        .dependOnClassesThat()
        .haveSimpleNameEndingWith("Repository")
        .orShould()
        .dependOnClassesThat()
        .areAnnotatedWith(Entity.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(EntityManager.class);
  }

  /** Nothing reads the system's time but the clock that is injected. */
  public static ArchRule timeComesFromTheClock() {
    return noClasses()
        .that()
        .doNotHaveSimpleName("SystemClock")
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(Clock.class, "systemUTC");
  }

  /** DOOR-28: constraints are only those that {@code BrokenConstraints} has words for. */
  public static ArchRule constraintsHaveWords() {
    return noClasses()
        .should()
        .dependOnClassesThat(
            describe(
                "are constraints without words",
                it ->
                    it.getPackageName().matches("(jakarta|org.hibernate).*validat.*constraints")
                        && !CONSTRAINTS.contains(it.getSimpleName())));
  }

  /** Followers start when the process takes requests, and not before (see {@link WhileServing}). */
  public static ArchRule followersWaitUntilRequestsAreTaken() {
    return noClasses()
        .that(
            describe(
                "follow a journal",
                it ->
                    it.isAssignableTo(WhileServing.class)
                        || it.getAccessesFromSelf().stream()
                            .anyMatch(a -> a.getTargetOwner().isEquivalentTo(Follower.class))))
        .should()
        .dependOnClassesThat()
        .areAssignableTo(StartupEvent.class);
  }
}
