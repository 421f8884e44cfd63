package vn.digitaltrust.deploy.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.digitaltrust.deploy.http.Http;
import vn.digitaltrust.deploy.suite.Part;

/** The snippets that a platform's engineer starts from do what the README says. */
@ExtendWith(RunningSuite.Extension.class)
class FirstHourIT {
  private static final Path SNIPPETS = Path.of("first-hour").toAbsolutePath();

  private final RunningSuite suite;

  FirstHourIT(RunningSuite suite) {
    this.suite = suite;
  }

  static Stream<List<String>> snippets() {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return Stream.of(
        List.of("sh", "check.sh"), List.of(java, "Check.java"), List.of("node", "check.mjs"));
  }

  @ParameterizedTest
  @MethodSource("snippets")
  @Timeout(value = 2, unit = TimeUnit.MINUTES)
  void a_snippet_gets_a_verified_answer(List<String> snippet) throws Exception {
    assumeTrue(
        isInstalled(snippet.get(0)) && (!snippet.contains("check.sh") || isInstalled("curl")),
        () -> snippet + " needs a program that is not installed here");
    String handle = Fixtures.account(suite, Fixtures.registered(suite));
    suite.checks().verdict("platform=TIKTOK&handle=" + handle, "CLEAR");

    assertEquals("CLEAR", run(snippet, handle, "ADVERTISE").path("verdict").asText());
    assertEquals("UNKNOWN", run(snippet, Fixtures.freshHandle()).path("verdict").asText());
  }

  private JsonNode run(List<String> snippet, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(snippet);
    command.add("TIKTOK");
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile("first-hour", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(SNIPPETS.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    // A newcomer has no such option, and java announces it on standard error, which is read here.
    builder.environment().remove("JDK_JAVA_OPTIONS");
    builder.environment().put("ISSUER", suite.settings().issuer());
    builder.environment().put("GATEWAY", suite.settings().origin(Part.GATEWAY));
    builder.environment().put("CLIENT_ID", "platform-one");
    builder.environment().put("CLIENT_SECRET", suite.tokens().password("platform-one"));
    int exit = builder.start().waitFor();
    String text = Files.readString(output, StandardCharsets.UTF_8);
    Files.delete(output);
    assertEquals(0, exit, text);
    assertTrue(text.startsWith("{"), text);
    return Http.JSON.readTree(text);
  }

  private static boolean isInstalled(String program) {
    return Path.of(program).isAbsolute()
        || Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
