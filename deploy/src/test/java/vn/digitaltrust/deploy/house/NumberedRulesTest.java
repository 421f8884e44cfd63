package vn.digitaltrust.deploy.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Numbered rules stand in the packages' descriptions; the tests that hold them name the numbers.
 */
class NumberedRulesTest {
  private static final Path CHECKOUT = Path.of("").toAbsolutePath().getParent();
  private static final Pattern RULE = Pattern.compile("<li>([A-Z]+-[0-9]+)\\b");
  private static final Pattern NUMBER = Pattern.compile("\\b([A-Z]+)-([0-9]+)\\b");

  /** Where each rule is stated. */
  private final Map<String, List<Path>> rules =
      sources(file -> file.endsWith("package-info.java") && isUnder(file, "main"))
          .flatMap(file -> numbers(RULE, file).map(rule -> Map.entry(rule, file)))
          .collect(
              Collectors.groupingBy(
                  Map.Entry::getKey,
                  TreeMap::new,
                  Collectors.mapping(Map.Entry::getValue, Collectors.toList())));

  private static Stream<Path> sources(Predicate<Path> wanted) {
    try (Stream<Path> files = Files.walk(CHECKOUT)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !CHECKOUT.relativize(file).toString().contains("target/"))
          .filter(wanted)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isUnder(Path file, String sources) {
    return file.toString().contains("/src/" + sources + "/java/");
  }

  private static Stream<String> numbers(Pattern form, Path file) {
    try {
      return form.matcher(Files.readString(file))
          .results()
          .map(MatchResult::group)
          .map(found -> found.replace("<li>", ""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  @DisplayName("one number has one meaning in the whole suite")
  void once() {
    assertTrue(rules.size() > 150, () -> "only " + rules.size() + " rules were found");
    Map<String, List<Path>> twice = new TreeMap<>(rules);
    twice.values().removeIf(places -> places.size() == 1);
    assertEquals(Map.of(), twice);
  }

  @Test
  @DisplayName("every numbered rule is named by a test")
  void tested() {
    Set<String> named =
        sources(file -> isUnder(file, "test") && !file.endsWith("NumberedRulesTest.java"))
            .flatMap(file -> numbers(NUMBER, file))
            .collect(Collectors.toSet());
    Set<String> untested = new TreeSet<>(rules.keySet());
    untested.removeAll(named);
    assertEquals(Set.of(), untested);
  }

  @Test
  @DisplayName("no number of a rule is named that no package states")
  void stated() {
    Set<String> families =
        rules.keySet().stream()
            .map(rule -> rule.replaceAll("-[0-9]+", ""))
            .collect(Collectors.toSet());
    Set<String> unstated =
        sources(file -> true)
            .flatMap(file -> numbers(NUMBER, file))
            .filter(number -> families.contains(number.replaceAll("-[0-9]+", "")))
            .filter(number -> !rules.containsKey(number))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(Set.of(), unstated);
  }
}
