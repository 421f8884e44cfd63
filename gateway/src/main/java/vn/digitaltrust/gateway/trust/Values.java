package vn.digitaltrust.gateway.trust;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.digitaltrust.gateway.account.Platform;

/** The values that the dimensions of a question can have. */
final class Values {
  static final Set<String> ACTIVITIES = sorted("PERFORM", "APPEAR", "ADVERTISE", "LIVESTREAM_SELL");
  static final Set<String> PLATFORMS =
      Arrays.stream(Platform.values()).map(Platform::name).collect(Collectors.toSet());
  static final Set<String> MEDIA =
      sorted("ONLINE", "TELEVISION", "RADIO", "PRINT", "STAGE", "OUTDOOR");
  static final Set<String> PRODUCT_CATEGORIES =
      sorted(
          "FOOD",
          "HEALTH_FOOD",
          "COSMETICS",
          "MEDICINE",
          "FINANCE",
          "REAL_ESTATE",
          "EDUCATION",
          "FASHION",
          "TRAVEL",
          "GAMES",
          "OTHER");

  private static final String LIST = "2025:";
  private static final String PROVINCES =
      "01 04 08 11 12 14 15 19 20 22 24 25 31 33 37 38 40 42 44 46 48 51 52 56 66 68 75 79 80 82"
          + " 86 91 92 96";

  /** The 34 province-level units since 1 July 2025, as {@code 2025:79}. */
  static final Set<String> TERRITORIES =
      Arrays.stream(PROVINCES.split(" ")).map(LIST::concat).collect(Collectors.toSet());

  private Values() {}

  /** {@code 2025:79} for {@code 79} and for itself; null when there is no such unit. */
  static String territory(String code) {
    String full = code.indexOf(':') < 0 ? LIST + code : code;
    return TERRITORIES.contains(full) ? full : null;
  }

  private static Set<String> sorted(String... values) {
    return new TreeSet<>(Arrays.asList(values));
  }
}
