package vn.digitaltrust.vocabulary;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/** What the build cannot hold by dependencies. */
@AnalyzeClasses(
    packages = "vn.digitaltrust.vocabulary",
    importOptions = ImportOption.DoNotIncludeTests.class)
class PureTest {
  @ArchTest
  static final ArchRule OF_THE_JDK_ONLY_WHAT_COMPUTES =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "vn.digitaltrust.vocabulary..",
              "java.io..",
              "java.lang..",
              "java.net..",
              "java.nio..",
              "java.text..",
              "java.time..",
              "java.util..");

  @ArchTest
  static final ArchRule TIME_IS_GIVEN =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Clock.class, "systemUTC");
}
