package vn.digitaltrust.deploy.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.digitaltrust.deploy.sample.SampleVerdicts;
import vn.digitaltrust.deploy.suite.Part;

/** The script that a newcomer runs first, on the suite that runs already. */
@ExtendWith(RunningSuite.Extension.class)
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class DemoIT {
  private static final Path SCRIPT = Path.of("demo").toAbsolutePath();

  private final RunningSuite suite;

  DemoIT(RunningSuite suite) {
    this.suite = suite;
  }

  private record Ran(int exit, String output) {}

  private Ran demo(String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(SCRIPT.toString()));
    command.addAll(List.of(options));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(suite.environment());
    builder.environment().put("DT_BUILD", "never");
    builder.environment().put("DT_JAVA_HOME", suite.settings().javaHome().toString());
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ran(process.waitFor(), output);
  }

  @Test
  void it_imports_people_plays_the_story_and_can_be_run_again_with_more_people() throws Exception {
    Ran first = demo("--seed", "71", "--kols", "30");
    Ran again = demo("--seed", "71", "--kols", "45");

    assertEquals(0, first.exit(), first.output());
    assertTrue(first.output().contains("30 KOLs created, 0 were there"), first.output());
    assertEquals(0, again.exit(), again.output());
    assertTrue(again.output().contains("15 KOLs created, 30 were there"), again.output());
    String end = again.output().substring(again.output().indexOf("The end"));
    assertTrue(end.contains(suite.settings().origin(Part.GATEWAY)), end);
    assertTrue(end.contains(suite.settings().issuer()), end);
    Map.of(
            SampleVerdicts.CLEAR, "CLEAR",
            SampleVerdicts.RESTRICTED, "RESTRICTED",
            SampleVerdicts.CONDITIONAL, "CONDITIONAL",
            SampleVerdicts.UNKNOWN, "UNKNOWN")
        .forEach((handle, is) -> suite.checks().verdict("platform=TIKTOK&handle=" + handle, is));
    String waiting =
        suite.api().peek("admin-minh", "/alliance/v1/memberships?limit=200&status=APPLIED").body();
    assertTrue(waiting.contains("Yến Kể Chuyện (hư cấu)"), waiting);
    assertTrue(waiting.contains("Công ty Mẫu Vinh Quang (hư cấu)"), waiting);
  }

  @Test
  void people_that_the_registry_refuses_are_a_failure_that_says_why() throws Exception {
    String stranger = Fixtures.submitted(suite);
    for (String platform : List.of("TIKTOK", "YOUTUBE", "FACEBOOK")) {
      suite
          .api()
          .send(
              "registrar-mai",
              "POST",
              "/registry/v1/subjects/" + stranger + "/accounts",
              null,
              Map.of("platform", platform, "handle", "hu.cau.s72n2"))
          .orThrow("account");
    }

    Ran ran = demo("--seed", "72", "--kols", "3");

    assertEquals(1, ran.exit(), ran.output());
    assertTrue(ran.output().contains("1 of 3 fictional KOLs were refused"), ran.output());
    assertTrue(ran.output().contains("KOL 2: "), ran.output());
  }
}
