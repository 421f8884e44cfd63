package vn.digitaltrust.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import vn.digitaltrust.door.testing.Walls;

/** The walls inside the gateway. */
@AnalyzeClasses(
    packages = "vn.digitaltrust.gateway",
    importOptions = ImportOption.DoNotIncludeTests.class)
class WallsTest {
  @ArchTest
  static final ArchRule NO_CIRCLES = Walls.featuresHaveNoCycles("vn.digitaltrust.gateway");

  @ArchTest
  static final ArchRule THE_PROXY_KNOWS_NO_TRUST_INDEX =
      noClasses()
          .that()
          .resideInAPackage("..gateway.proxy..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..gateway.trust..");

  @ArchTest
  static final ArchRule THE_DOOR_KNOWS_NO_FEATURE =
      noClasses()
          .that()
          .resideInAPackage("..gateway.door..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..gateway.trust..", "..gateway.proxy..", "..gateway.access..");

  @ArchTest
  static final ArchRule ONLY_THE_INDEX_READS_JOURNALS =
      noClasses()
          .that()
          .resideOutsideOfPackage("..gateway.trust..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("vn.digitaltrust.journal..");

  @ArchTest
  static final ArchRule FOLLOWERS_WAIT_UNTIL_REQUESTS_ARE_TAKEN =
      Walls.followersWaitUntilRequestsAreTaken();

  @ArchTest
  static final ArchRule TIME_COMES_FROM_ONE_CLOCK =
      noClasses()
          .that()
          .resideInAPackage("..gateway.trust..")
          .and()
          .doNotHaveSimpleName("SystemClock")
          .should()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(java.time.Clock.class, "systemUTC");
}
