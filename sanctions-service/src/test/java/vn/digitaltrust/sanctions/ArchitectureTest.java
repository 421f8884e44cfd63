package vn.digitaltrust.sanctions;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.annotation.security.RolesAllowed;
import vn.digitaltrust.door.testing.Walls;

/** The walls inside the service. Each was seen to fail once, on a class put there for it. */
@AnalyzeClasses(
    packages = "vn.digitaltrust.sanctions",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule FEATURES_HAVE_NO_CYCLES =
      Walls.featuresHaveNoCycles("vn.digitaltrust.sanctions");

  @ArchTest
  static final ArchRule FOLLOWERS_WAIT_UNTIL_REQUESTS_ARE_TAKEN =
      Walls.followersWaitUntilRequestsAreTaken();

  @ArchTest static final ArchRule EMBEDDABLES_STAY_AT_HOME = Walls.embeddablesStayAtHome();

  @ArchTest static final ArchRule ENTITIES_STAY_AT_HOME = Walls.entitiesStayAtHome();

  @ArchTest
  static final ArchRule RESOURCES_DESKS_AND_REPOSITORIES_STAY_AT_HOME =
      Walls.resourcesDesksAndRepositoriesStayAtHome();

  @ArchTest static final ArchRule RESOURCES_TOUCH_NO_ROWS = Walls.resourcesTouchNoRows();

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
          .haveSimpleName("RegistryApi")
          .orShould()
          .dependOnClassesThat()
          .haveSimpleName("ErasureHolder");

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

  @ArchTest static final ArchRule TIME_COMES_FROM_THE_CLOCK = Walls.timeComesFromTheClock();

  @ArchTest static final ArchRule CONSTRAINTS_HAVE_WORDS = Walls.constraintsHaveWords();
}
