package vn.digitaltrust.vocabulary.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the vectors. */
@DisplayName("VOC-10 an account has one address, whatever form it was given in")
class AccountAddressTest {

  private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9A-F]{4})");

  record Vector(
      String kind,
      String platform,
      String input,
      String outcome,
      String handleKey,
      String platformId,
      String url) {
    @Override
    public String toString() {
      return kind + " " + platform + " " + input + " → " + outcome;
    }
  }

  static Stream<Vector> vectors() throws IOException {
    return rows().stream().skip(1).map(AccountAddressTest::vector);
  }

  private static List<String> rows() throws IOException {
    try (var file = AccountAddressTest.class.getResourceAsStream("/account-vectors.csv")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    }
  }

  private static Vector vector(String row) {
    var f = row.split(",", -1);
    var input = ESCAPE.matcher(f[2]);
    var unescaped =
        input.replaceAll(
            m ->
                java.util.regex.Matcher.quoteReplacement(
                    String.valueOf((char) Integer.parseInt(m.group(1), 16))));
    return new Vector(f[0], f[1], unescaped, f[3], f[4], f[5], f[6]);
  }

  @Test
  @DisplayName("the vectors have the agreed columns and cover every outcome")
  void theVectorsCoverEveryOutcome() throws IOException {
    assertEquals("input_kind,platform,input,outcome,handle_key,platform_id,url", rows().get(0));
    var outcomes = vectors().map(Vector::outcome).distinct().toList();
    for (var fault : AddressFault.values()) {
      assertTrue(outcomes.contains(fault.name()), () -> "no vector for " + fault);
    }
    assertTrue(vectors().count() >= 150);
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void readsAsTheVectorSays(Vector v) {
    try {
      var read = read(v);
      assertEquals(v.outcome(), "OK");
      assertEquals(v.platform(), read.platform().name());
      assertEquals(v.handleKey(), blank(read.handleKey()));
      assertEquals(v.platformId(), blank(read.platformId()));
      assertEquals(v.url(), blank(read.url()));
    } catch (AddressRefused refused) {
      assertEquals(v.outcome(), refused.fault().name());
    }
  }

  @ParameterizedTest
  @MethodSource("vectors")
  @DisplayName("reading a canonical URL gives the same account again")
  void aCanonicalUrlReadsAsItself(Vector v) {
    if (!v.url().isEmpty()) {
      var again = AccountAddress.ofUrl(v.url());
      assertEquals(v.handleKey(), blank(again.handleKey()));
      assertEquals(v.platformId(), blank(again.platformId()));
      assertEquals(v.url(), again.url());
    }
  }

  private static AccountAddress read(Vector v) {
    return switch (v.kind()) {
      case "url" -> AccountAddress.ofUrl(v.input());
      case "handle" -> AccountAddress.ofHandle(Platform.valueOf(v.platform()), v.input());
      case "platformId" -> AccountAddress.ofPlatformId(Platform.valueOf(v.platform()), v.input());
      default -> throw new IllegalArgumentException(v.kind());
    };
  }

  private static String blank(String text) {
    return text == null ? "" : text;
  }
}
