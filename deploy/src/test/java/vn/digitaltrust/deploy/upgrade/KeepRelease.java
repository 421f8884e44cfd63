package vn.digitaltrust.deploy.upgrade;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.digitaltrust.deploy.e2e.RunningSuite;

/**
 * Keeps the databases of this very release for the next one; the README of deploy tells when. It is
 * no test, and runs only when it is asked for by its name.
 */
@ExtendWith(RunningSuite.Extension.class)
class KeepRelease {
  private final RunningSuite suite;

  KeepRelease(RunningSuite suite) {
    this.suite = suite;
  }

  @Test
  void its_rows_and_answers_are_kept() throws Exception {
    String name = System.getProperty("release.name");
    if (name == null) {
      throw new IllegalArgumentException("-Drelease.name= says what the kept release is called");
    }
    new ReleaseKeeper(suite.settings(), suite.suite().secrets(), suite.tokens(), suite.keycloak())
        .keep(name, new KeptFiles(Path.of("src/test/resources/upgrade")));
  }
}
