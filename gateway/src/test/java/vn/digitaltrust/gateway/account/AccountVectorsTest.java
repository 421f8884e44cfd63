package vn.digitaltrust.gateway.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The gateway reads accounts as the registry does: both are held to the registry's vectors. */
class AccountVectorsTest {
  private static final Path VECTORS =
      Path.of("../registry-service/src/test/resources/account-vectors.csv");
  private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9A-F]{4})");

  private record Vector(
      String inputKind, String platform, String input, String outcome, String handle, String id) {
    static Vector of(String line) {
      String[] fields = line.split(",", -1);
      String input =
          ESCAPE
              .matcher(fields[2])
              .replaceAll(
                  unit ->
                      java.util.regex.Matcher.quoteReplacement(
                          Character.toString((char) Integer.parseInt(unit.group(1), 16))));
      return new Vector(fields[0], fields[1], input, fields[3], fields[4], fields[5]);
    }

    Account read() {
      return switch (inputKind) {
        case "handle" -> Account.ofHandle(Platform.valueOf(platform), input);
        case "platformId" -> Account.ofId(Platform.valueOf(platform), input);
        default -> Account.ofUrl(input);
      };
    }
  }

  @TestFactory
  @DisplayName("ACC-1 to ACC-3 every vector")
  Stream<DynamicTest> vectors() throws IOException {
    List<String> lines =
        Files.readAllLines(VECTORS).stream()
            .filter(line -> !line.startsWith("#") && !line.isBlank())
            .skip(1)
            .toList();
    assertTrue(lines.size() > 100, "the vectors are there");
    return lines.stream().map(line -> DynamicTest.dynamicTest(line, () -> holds(Vector.of(line))));
  }

  private static void holds(Vector vector) {
    if (!vector.outcome().equals("OK")) {
      NotAnAccount refused = assertThrows(NotAnAccount.class, vector::read);
      assertEquals(vector.outcome(), refused.fault().name());
      return;
    }
    Account account = vector.read();
    assertEquals(vector.platform(), account.platform().name());
    assertEquals(account.byHandle() ? vector.handle() : vector.id(), account.value());
  }
}
