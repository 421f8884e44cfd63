package vn.digitaltrust.deploy.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * The 34 province-level units since 1 July 2025, as the registry writes them: list version, colon,
 * official code.
 */
final class Provinces {
  private Provinces() {}

  /** All codes, such as {@code 2025:79}. */
  static List<String> codes() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    Provinces.class.getResourceAsStream("/sample/provinces-2025.csv")),
                StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).map(line -> "2025:" + line.substring(0, 2)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
