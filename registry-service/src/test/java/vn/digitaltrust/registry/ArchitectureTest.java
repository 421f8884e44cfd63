package vn.digitaltrust.registry;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;

/** The walls inside the service. Each was seen to fail once, on a class put there for it. */
@AnalyzeClasses(
    packages = "vn.digitaltrust.registry",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule FEATURES_HAVE_NO_CYCLES =
      SlicesRuleDefinition.slices()
          .matching("vn.digitaltrust.registry.(*)..")
          .should()
          .beFreeOfCycles();

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
  static final ArchRule RESOURCES_AND_REPOSITORIES_STAY_AT_HOME =
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
  static final ArchRule RESOURCES_TOUCH_NO_REPOSITORY =
      noClasses()
          .that()
          .haveSimpleNameEndingWith("Resource")
          .should()
          .dependOnClassesThat()
          .haveSimpleNameEndingWith("Repository")
          .orShould()
          .dependOnClassesThat()
          .areAnnotatedWith(Entity.class);

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

  @ArchTest
  static final ArchRule THE_DOOR_KNOWS_NO_FEATURE =
      noClasses()
          .that()
          .resideInAPackage("..registry.door..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..registry.subject..",
              "..registry.account..",
              "..registry.imports..",
              "..registry.identity..",
              "..registry.territory..");

  @ArchTest
  static final ArchRule TIME_COMES_FROM_THE_CLOCK =
      noClasses()
          .that()
          .doNotHaveSimpleName("Moment")
          .should()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(java.time.LocalDate.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(java.time.Clock.class, "systemUTC");
}
