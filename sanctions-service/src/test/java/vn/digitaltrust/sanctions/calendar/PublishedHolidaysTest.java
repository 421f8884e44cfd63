package vn.digitaltrust.sanctions.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The calendar is our own data, and a wrong day moves a term of the law. Where Python with PyPI
 * {@code holidays} is installed, it is held to that.
 */
class PublishedHolidaysTest {
  private static final Path MIGRATIONS = Path.of("src", "main", "resources", "db", "migration");
  private static final Pattern DAY =
      Pattern.compile("\\('([0-9]{4}-[0-9]{2}-[0-9]{2})', '(DAY_OFF|WORKED)'");
  private static final Pattern YEAR = Pattern.compile("\\((20[0-9]{2}), 'own ");

  private static final String ASK =
      """
      import sys
      try:
          import holidays
      except ImportError:
          sys.exit(3)
      vietnam = holidays.country_holidays('VN', years=[int(year) for year in sys.argv[1:]])
      for day in vietnam:
          print('DAY_OFF', day)
      for day in vietnam.weekend_workdays:
          print('WORKED', day)
      """;

  private static String migrations() throws IOException {
    try (Stream<Path> files = Files.list(MIGRATIONS)) {
      StringBuilder all = new StringBuilder();
      for (Path file : files.filter(it -> it.toString().endsWith(".sql")).toList()) {
        all.append(Files.readString(file));
      }
      return all.toString();
    }
  }

  private static Set<String> rows(String sql, String kind) {
    return DAY.matcher(sql)
        .results()
        .filter(row -> row.group(2).equals(kind))
        .map(row -> row.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> ask(Set<String> years) throws IOException, InterruptedException {
    List<String> command = new java.util.ArrayList<>(List.of("python3", "-c", ASK));
    command.addAll(years);
    Process python;
    try {
      python = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException absent) {
      assumeTrue(false, "there is no python3 here, so the calendar is held to nothing");
      throw absent;
    }
    String told = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = python.waitFor();
    assumeTrue(code != 3, "python3 is without holidays (pip install holidays) here");
    assertEquals(0, code, told);
    return told.lines().toList();
  }

  private static Set<String> told(List<String> lines, String kind, boolean weekends) {
    return lines.stream()
        .map(line -> line.split(" "))
        .filter(line -> line[0].equals(kind))
        .map(line -> line[1])
        .filter(day -> isWeekend(LocalDate.parse(day)) == weekends)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isWeekend(LocalDate day) {
    return Arrays.asList(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(day.getDayOfWeek());
  }

  @Test
  @DisplayName("SAN-80 the days off, and those worked for them, are those of PyPI holidays")
  void asPublished() throws IOException, InterruptedException {
    String sql = migrations();
    Set<String> years =
        YEAR.matcher(sql)
            .results()
            .map(row -> row.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertFalse(years.isEmpty());
    List<String> published = ask(years);
    assertEquals(told(published, "DAY_OFF", false), rows(sql, "DAY_OFF"));
    Set<String> worked = told(published, "WORKED", true);
    worked.removeIf(day -> !years.contains(day.substring(0, 4)));
    assertEquals(worked, rows(sql, "WORKED"));
  }
}
