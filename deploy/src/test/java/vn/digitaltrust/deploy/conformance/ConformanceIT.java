package vn.digitaltrust.deploy.conformance;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.digitaltrust.deploy.conformance.Contract.Operation;
import vn.digitaltrust.deploy.e2e.Journals;
import vn.digitaltrust.deploy.e2e.Logs;
import vn.digitaltrust.deploy.e2e.RunningSuite;

/**
 * Walks every operation of the document that the gateway serves, with real tokens, against the
 * running suite. What is tried is read off the document, so a new operation is walked as soon as it
 * is in there, and fails here if it keeps to a convention of its own.
 */
@ExtendWith(RunningSuite.Extension.class)
class ConformanceIT {
  private final RunningSuite suite;
  private Stage stage;

  ConformanceIT(RunningSuite suite) {
    this.suite = suite;
  }

  @TestFactory
  Stream<DynamicNode> every_operation_keeps_to_the_conventions() {
    stage =
        Stage.set(
            suite.settings(),
            suite.suite().secrets(),
            suite.tokens(),
            suite.api(),
            suite.keycloak());
    stage.conformance().rehearse();
    return Stream.concat(
        stage.contract().operations().stream().map(this::walk),
        Stream.of(
            dynamicTest(
                "after an erasure everything that is read again still fits the document",
                () -> stage.conformance().readAgain(stage.erased())),
            dynamicTest(
                "who may do what is decided for these operations and no others",
                () -> stage.conformance().tableIsComplete()),
            dynamicTest("after all of it every journal is whole", () -> Journals.areWhole(suite)),
            dynamicTest(
                "and no log holds a token",
                () -> Logs.holdNoToken(suite.suite().home().resolve("logs"), stage.tokens()))));
  }

  private DynamicNode walk(Operation operation) {
    return dynamicContainer(
        operation.toString(),
        stage.conformance().rules(operation).stream()
            .map(rule -> dynamicTest(rule.sentence(), () -> rule.tryOn(operation))));
  }

  @AfterEach
  void tell() throws IOException {
    stage.close();
    stage.conformance().writeTable(Path.of("target", "conformance", "roles.md"));
  }
}
