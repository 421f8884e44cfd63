package vn.digitaltrust.vocabulary;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The province-level units of Viet Nam. A unit is named with the version of its list, {@code
 * 2025:79}, because seven codes changed their meaning on 1 July 2025.
 */
public final class Provinces {
  /** The version of the list in force since 1 July 2025. */
  public static final String LIST = "2025";

  private static final String PREFIX = LIST + ":";
  private static final List<String> NOW_ROWS = rows("provinces-2025.csv");
  private static final List<String> BEFORE_ROWS = rows("provinces-63-to-34.csv");
  private static final Map<String, Province> NOW = now(NOW_ROWS);
  private static final Map<String, Former> BEFORE = before(BEFORE_ROWS);

  /**
   * One of the 34 units.
   *
   * @param id with its list, such as {@code 2025:79}
   * @param name in Vietnamese
   * @param type what it is since 30 April 2026, in Vietnamese: a province or a city
   * @param englishName with its type as of 1 July 2025
   */
  public record Province(String id, String name, String type, String englishName) {}

  /**
   * One of the 63 units before.
   *
   * @param code its code then; today the same code may name another unit
   * @param name in Vietnamese
   * @param successor the unit that it became part of, such as {@code 2025:79}
   */
  public record Former(String code, String name, String successor) {}

  private Provinces() {}

  /** The 34 units by id, in the order of their codes. */
  public static Map<String, Province> now() {
    return NOW;
  }

  /** The 63 units before 1 July 2025 by their code then, in its order. */
  public static Map<String, Former> before() {
    return BEFORE;
  }

  /**
   * Reads a province as it has to be written, with the version of its list (VOC-8).
   *
   * @return the unit, such as {@code 2025:79}
   * @throws Refused when it is another text, a code without its list, or one of the list before, of
   *     which it is told where it belongs today (VOC-9)
   */
  public static String require(String text) {
    if (NOW.containsKey(text)) {
      return text;
    }
    int colon = text.indexOf(':');
    String list = colon < 0 ? null : text.substring(0, colon);
    String code = text.substring(colon + 1);
    if (!isCode(code) || list != null && !isList(list)) {
      throw new Refused("province.form");
    }
    Province now = NOW.get(PREFIX + code);
    Former former = BEFORE.get(code);
    if (list == null && now != null) {
      throw former == null || former.name().equals(now.name())
          ? new Refused("province.no-version", now.id(), now.name())
          : new Refused(
              "province.ambiguous",
              now.id(),
              now.name(),
              former.name(),
              former.successor(),
              NOW.get(former.successor()).name());
    }
    if (former != null) {
      throw new Refused(
          "province.former",
          code,
          former.name(),
          former.successor(),
          NOW.get(former.successor()).name());
    }
    throw new Refused("province.unknown", text);
  }

  private static boolean isCode(String text) {
    return text.length() == 2 && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean isList(String text) {
    return !text.isEmpty()
        && text.length() <= 10
        && text.chars().allMatch(c -> c < 128 && Character.isLetterOrDigit(c));
  }

  /**
   * The rows of the list of today as its file has them: what a migration was made from, for its
   * checksum.
   */
  public static List<String> nowRows() {
    return NOW_ROWS;
  }

  /** The rows of the list before, as its file has them. */
  public static List<String> beforeRows() {
    return BEFORE_ROWS;
  }

  private static Map<String, Province> now(List<String> rows) {
    Map<String, Province> now = new LinkedHashMap<>();
    for (String row : rows) {
      String[] field = row.split(",", -1);
      String id = PREFIX + field[0];
      now.put(id, new Province(id, field[1], field[2], field[4]));
    }
    return Collections.unmodifiableMap(now);
  }

  private static Map<String, Former> before(List<String> rows) {
    Map<String, Former> before = new LinkedHashMap<>();
    for (String row : rows) {
      String[] field = row.split(",", -1);
      before.put(field[0], new Former(field[0], field[1], PREFIX + field[2]));
    }
    return Collections.unmodifiableMap(before);
  }

  /** The rows of a file without its heading. */
  private static List<String> rows(String file) {
    try (InputStream in = Provinces.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).toList();
    } catch (IOException unreadable) {
      throw new IllegalStateException(file + " cannot be read", unreadable);
    }
  }
}
