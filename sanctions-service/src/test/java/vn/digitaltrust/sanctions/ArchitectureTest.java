package vn.digitaltrust.sanctions;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import vn.digitaltrust.journal.Follower;

/** The walls inside the service. Each was seen to fail once, on a class put there for it. */
@AnalyzeClasses(
    packages = "vn.digitaltrust.sanctions",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule FEATURES_HAVE_NO_CYCLES =
      SlicesRuleDefinition.slices()
          .matching("vn.digitaltrust.sanctions.(*)..")
          .should()
          .beFreeOfCycles();

  @ArchTest
  static final ArchRule FOLLOWERS_WAIT_UNTIL_REQUESTS_ARE_TAKEN =
      noClasses()
          .that(
              describe(
                  "follow a journal",
                  it ->
                      it.getAccessesFromSelf().stream()
                          .anyMatch(a -> a.getTargetOwner().isEquivalentTo(Follower.class))))
          .should()
          .dependOnClassesThat()
          .areAssignableTo(StartupEvent.class);

  @ArchTest
  static final ArchRule ENTITIES_STAY_AT_HOME =
      classes()
          .that()
          .areAnnotatedWith(Entity.class)
          .or()
          .areAnnotatedWith(Embeddable.class)
          .should()
          .bePackagePrivate();

  @ArchTest
  static final ArchRule RESOURCES_DESKS_AND_REPOSITORIES_STAY_AT_HOME =
      classes()
          .that()
          .haveSimpleNameEndingWith("Repository")
          .or()
          .haveSimpleNameEndingWith("Resource")
          .or()
          .haveSimpleNameEndingWith("Desk")
          .should()
          .bePackagePrivate();

  @ArchTest
  static final ArchRule RESOURCES_TOUCH_NO_ROWS =
      noClasses()
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

  @ArchTest
  static final ArchRule EVERY_ENDPOINT_NAMES_ITS_ROLES =
      methods()
          .that()
          .areAnnotatedWith(jakarta.ws.rs.GET.class)
          .or()
          .areAnnotatedWith(jakarta.ws.rs.POST.class)
          .and()
          .areDeclaredInClassesThat()
          .resideOutsideOfPackage("..registry..")
          .should()
          .beAnnotatedWith(RolesAllowed.class)
          .orShould()
          .beDeclaredInClassesThat()
          .areAnnotatedWith(RolesAllowed.class);

  @ArchTest
  static final ArchRule NO_REMOTE_CALL_INSIDE_A_TRANSACTION =
      noClasses()
          .that()
          .haveSimpleNameEndingWith("Desk")
          .or()
          .haveSimpleNameEndingWith("Reader")
          .should()
          .dependOnClassesThat()
          .haveSimpleName("Registry")
          .orShould()
          .dependOnClassesThat()
          .haveSimpleName("RegistryApi");

  @ArchTest
  static final ArchRule MEASURES_KNOW_NOTHING_OF_WHO_DECIDES =
      noClasses()
          .that()
          .resideInAPackage("..sanctions.measure..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..sanctions.casefile..",
              "..sanctions.appeal..",
              "..sanctions.statedecision..",
              "..sanctions.report..");

  @ArchTest
  static final ArchRule STATE_DECISIONS_AND_CASES_ARE_NEVER_MIXED =
      noClasses()
          .that()
          .resideInAPackage("..sanctions.statedecision..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..sanctions.casefile..", "..sanctions.appeal..");

  @ArchTest
  static final ArchRule THE_DOOR_KNOWS_NO_FEATURE =
      noClasses()
          .that()
          .resideInAPackage("..sanctions.door..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..sanctions.access..",
              "..sanctions.appeal..",
              "..sanctions.calendar..",
              "..sanctions.casefile..",
              "..sanctions.ground..",
              "..sanctions.measure..",
              "..sanctions.registry..",
              "..sanctions.report..",
              "..sanctions.statedecision..");

  @ArchTest
  static final ArchRule TIME_COMES_FROM_THE_CLOCK =
      noClasses()
          .that()
          .doNotHaveSimpleName("SystemClock")
          .should()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(java.time.LocalDate.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(java.time.Clock.class, "systemUTC");
}
