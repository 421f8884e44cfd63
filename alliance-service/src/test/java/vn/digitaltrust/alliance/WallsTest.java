package vn.digitaltrust.alliance;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.runtime.StartupEvent;
import jakarta.persistence.Entity;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.digitaltrust.journal.Follower;

/** The walls inside this service. Each was seen to fall once, by a class written against it. */
class WallsTest {
  private static final String ROOT = "vn.digitaltrust.alliance";
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  private enum Wall {
    ENTITIES_STAY_AT_HOME(
        classes().that().areAnnotatedWith(Entity.class).should().bePackagePrivate()),
    RESOURCES_AND_DESKS_STAY_AT_HOME(
        classes()
            .that(simpleNameEndingWith("Resource").or(simpleNameEndingWith("Desk")))
            .should()
            .bePackagePrivate()),
    RESOURCES_LEAVE_THE_DATABASE_TO_DESKS(
        noClasses()
            .that()
            .haveSimpleNameEndingWith("Resource")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(PanacheRepositoryBase.class)
            .orShould()
            .dependOnClassesThat()
            .areAnnotatedWith(Entity.class)),
    NO_REMOTE_CALL_IN_A_TRANSACTION(
        noClasses()
            .that()
            .areAnnotatedWith(Transactional.class)
            .or()
            .haveSimpleNameEndingWith("Settlement")
            .or()
            .haveSimpleNameEndingWith("Changes")
            .should()
            .dependOnClassesThat(simpleName("Registry").or(simpleName("Sanctions")))),
    NEIGHBOURS_KNOW_NO_FEATURE(
        noClasses()
            .that()
            .resideInAnyPackage("..registry..", "..sanctions..", "..conduct..", "..door..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + ".membership..", ROOT + ".certificate..")),
    THE_DOOR_KNOWS_NOTHING_OF_US(
        noClasses()
            .that()
            .resideInAPackage("..door..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT, ROOT + ".registry..", ROOT + ".sanctions..")),
    MEMBERSHIP_AND_CERTIFICATE_KNOW_NOTHING_OF_EACH_OTHER(
        noClasses()
            .that()
            .resideInAPackage("..membership..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".certificate..")),
    TIME_COMES_FROM_THE_CLOCK(
        noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Clock.class, "systemUTC")),
    RULES_NEED_NO_FRAMEWORK(
        noClasses()
            .that(
                simpleName("Consequence")
                    .or(simpleName("Measure"))
                    .or(simpleName("Validity"))
                    .or(simpleName("Scheme"))
                    .or(simpleName("CertificateNumber")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta..", "io.quarkus..", "org.hibernate..")),
    FOLLOWERS_WAIT_UNTIL_REQUESTS_ARE_TAKEN(
        noClasses()
            .that(
                describe(
                    "follow a journal",
                    it ->
                        it.getAccessesFromSelf().stream()
                            .anyMatch(a -> a.getTargetOwner().isEquivalentTo(Follower.class))))
            .should()
            .dependOnClassesThat()
            .areAssignableTo(StartupEvent.class)),
    NO_CIRCLES(SlicesRuleDefinition.slices().matching(ROOT + ".(*)..").should().beFreeOfCycles());

    private final ArchRule rule;

    Wall(ArchRule rule) {
      this.rule = rule;
    }
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  @DisplayName("the wall stands")
  void stands(Wall wall) {
    wall.rule.check(OURS);
  }

  @Test
  @DisplayName("data flows one way: the only neighbours are registry and sanctions, to the left")
  void clientsOnlyToTheLeft() throws IOException {
    URL classes = ProductionSettings.class.getProtectionDomain().getCodeSource().getLocation();
    Properties settings = new Properties();
    try (InputStream file = new URL(classes, "application.properties").openStream()) {
      settings.load(file);
    }
    Set<String> clients = new TreeSet<>();
    Set<String> origins = new TreeSet<>();
    for (String name : settings.stringPropertyNames()) {
      if (name.startsWith("quarkus.rest-client.")) {
        clients.add(name.split("\\.")[2]);
      }
      if (name.matches("[a-z]+\\.url")) {
        origins.add(name);
      }
    }
    assertEquals(Set.of("registry", "sanctions"), clients);
    assertEquals(Set.of("registry.url", "sanctions.url"), origins);
  }
}
