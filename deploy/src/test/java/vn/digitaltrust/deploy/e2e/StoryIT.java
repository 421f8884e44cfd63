package vn.digitaltrust.deploy.e2e;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningSuite.Extension.class)
class StoryIT {
  private final RunningSuite suite;

  StoryIT(RunningSuite suite) {
    this.suite = suite;
  }

  @Test
  void the_main_job_is_done_by_real_identities_through_the_gateway() {
    suite.story().play(chapter -> {});

    Journals.areWhole(suite);
  }
}
