package vn.digitaltrust.journal.testing;

import java.util.List;
import java.util.stream.Stream;

/** The metrics that the service under test serves, as a scraper reads them. */
public final class Metrics {
  private Metrics() {}

  /**
   * The sum of a metric over all that carry these labels.
   *
   * @param name as it is served, such as {@code trust_checks_total}
   * @param labels each as {@code verdict="CLEAR"}
   * @throws AssertionError when nothing of this name and these labels is served
   */
  public static double value(String name, String... labels) {
    List<String> lines =
        Management.get("/q/metrics")
            .then()
            .statusCode(200)
            .extract()
            .asString()
            .lines()
            .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
            .filter(line -> Stream.of(labels).allMatch(line::contains))
            .toList();
    if (lines.isEmpty()) {
      throw new AssertionError(name + " " + List.of(labels) + " is not served");
    }
    return lines.stream()
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
