package vn.digitaltrust.registry;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import vn.digitaltrust.door.testing.Walls;

/** The walls inside the service. Each was seen to fail once, on a class put there for it. */
@AnalyzeClasses(
    packages = "vn.digitaltrust.registry",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule FEATURES_HAVE_NO_CYCLES =
      Walls.featuresHaveNoCycles("vn.digitaltrust.registry");

  @ArchTest static final ArchRule EMBEDDABLES_STAY_AT_HOME = Walls.embeddablesStayAtHome();

  @ArchTest static final ArchRule ENTITIES_STAY_AT_HOME = Walls.entitiesStayAtHome();

  @ArchTest
  static final ArchRule RESOURCES_DESKS_AND_REPOSITORIES_STAY_AT_HOME =
      Walls.resourcesDesksAndRepositoriesStayAtHome();

  @ArchTest static final ArchRule RESOURCES_TOUCH_NO_ROWS = Walls.resourcesTouchNoRows();

  @ArchTest
  static final ArchRule SUBJECTS_KNOW_NOTHING_OF_ACCOUNTS_AND_IMPORTS =
      noClasses()
          .that()
          .resideInAPackage("..registry.subject..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..registry.account..", "..registry.imports..");

  @ArchTest
  static final ArchRule IDENTITY_AND_TERRITORY_STAND_ALONE =
      noClasses()
          .that()
          .resideInAnyPackage("..registry.identity..", "..registry.territory..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..registry.subject..", "..registry.account..", "..registry.imports..");

  @ArchTest static final ArchRule TIME_COMES_FROM_THE_CLOCK = Walls.timeComesFromTheClock();

  @ArchTest static final ArchRule CONSTRAINTS_HAVE_WORDS = Walls.constraintsHaveWords();
}
