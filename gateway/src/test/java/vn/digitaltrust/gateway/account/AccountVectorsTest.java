package vn.digitaltrust.gateway.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** ACC-1 to ACC-3: the gateway reads accounts exactly as the registry does. */
class AccountVectorsTest {
  private static final Path VECTORS =
      Path.of("../registry-service/src/test/resources/account-vectors.csv");
  private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9A-F]{4})");

  /** One line of the file. */
  record Vector(
      String kind, String platform, String input, String outcome, String handle, String id) {
    private Account read() {
      return switch (kind) {
        case "url" -> Account.ofUrl(input);
        case "handle" -> Account.ofHandle(Platform.valueOf(platform), input);
        case "platformId" -> Account.ofId(Platform.valueOf(platform), input);
        default -> throw new IllegalArgumentException(kind);
      };
    }
  }

  static List<Vector> vectors() throws IOException {
    return Files.readAllLines(VECTORS).stream()
        .filter(line -> !line.startsWith("#"))
        .skip(1)
        .map(line -> line.split(",", -1))
        .map(v -> new Vector(v[0], v[1], unescape(v[2]), v[3], v[4], v[5]))
        .toList();
  }

  private static String unescape(String text) {
    return ESCAPE.matcher(text).replaceAll(AccountVectorsTest::unit);
  }

  private static String unit(MatchResult escape) {
    String unit = String.valueOf((char) Integer.parseInt(escape.group(1), 16));
    return unit.equals("\\") ? "\\\\" : unit;
  }

  @ParameterizedTest
  @MethodSource("vectors")
  @DisplayName("ACC-3 Each vector has the outcome that the registry has")
  void vector(Vector vector) {
    if (!vector.outcome().equals("OK")) {
      NotAnAccount none = assertThrows(NotAnAccount.class, vector::read);
      assertEquals(vector.outcome(), none.fault().name());
      return;
    }
    boolean byHandle = !vector.handle().isEmpty();
    Account expected =
        new Account(
            Platform.valueOf(vector.platform()),
            byHandle,
            byHandle ? vector.handle() : vector.id());
    assertEquals(expected, vector.read());
  }

  @Test
  @DisplayName("The vectors exercise every fault")
  void complete() throws IOException {
    List<String> outcomes = vectors().stream().map(Vector::outcome).distinct().sorted().toList();
    List<String> faults =
        java.util.stream.Stream.concat(
                java.util.stream.Stream.of("OK"), Arrays.stream(Fault.values()).map(Fault::name))
            .sorted()
            .toList();
    assertEquals(faults, outcomes);
  }

  @Test
  @DisplayName("An address of 500 characters is read, one of 501 is not")
  void longest() {
    String host = "https://www.tiktok.com/";
    assertEquals(Fault.BAD_HANDLE, fault(host + "@" + "a".repeat(476)));
    assertEquals(Fault.MALFORMED, fault(host + "@" + "a".repeat(477)));
  }

  private static Fault fault(String url) {
    return assertThrows(NotAnAccount.class, () -> Account.ofUrl(url)).fault();
  }
}
