package vn.digitaltrust.alliance;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.persistence.Entity;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.digitaltrust.door.testing.Walls;

/** The walls inside this service. Each was seen to fall once, by a class written against it. */
class WallsTest {
  private static final String ROOT = "vn.digitaltrust.alliance";
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  private enum Wall {
    ENTITIES_STAY_AT_HOME(Walls.entitiesStayAtHome()),
    RESOURCES_DESKS_AND_REPOSITORIES_STAY_AT_HOME(Walls.resourcesDesksAndRepositoriesStayAtHome()),
    CONSTRAINTS_HAVE_WORDS(Walls.constraintsHaveWords()),
    RESOURCES_TOUCH_NO_ROWS(Walls.resourcesTouchNoRows()),
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
            .resideInAnyPackage("..registry..", "..sanctions..", "..conduct..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + ".membership..", ROOT + ".certificate..")),
    MEMBERSHIP_AND_CERTIFICATE_KNOW_NOTHING_OF_EACH_OTHER(
        noClasses()
            .that()
            .resideInAPackage("..membership..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".certificate..")),
    TIME_COMES_FROM_THE_CLOCK(Walls.timeComesFromTheClock()),
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
    FOLLOWERS_WAIT_UNTIL_REQUESTS_ARE_TAKEN(Walls.followersWaitUntilRequestsAreTaken()),
    NO_CIRCLES(Walls.featuresHaveNoCycles(ROOT));

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
    URL classes = FollowedNeighbours.class.getProtectionDomain().getCodeSource().getLocation();
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
