package vn.digitaltrust.registry.territory;

import java.util.regex.Pattern;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.vocabulary.Provinces;

/** Reads the province that a request names (TER-1, TER-2). */
public final class Territories {
  private static final Pattern FORM = Pattern.compile("(?:([0-9A-Za-z]{1,10}):)?([0-9]{2})");

  private Territories() {}

  /**
   * Checks a province as a request names it.
   *
   * @param field the request's field, for the refusal
   * @return the province, such as {@code 2025:79}
   */
  public static String require(String field, String text) {
    var form = FORM.matcher(text);
    if (!form.matches()) {
      throw Refusal.invalid(field, "province.form");
    }
    var code = form.group(2);
    var id = Provinces.id(code);
    if (Provinces.LIST.equals(form.group(1)) && id != null) {
      return id;
    }
    var former = Provinces.before().get(code);
    if (form.group(1) == null && id != null) {
      throw former == null || former.name().equals(nameOf(id))
          ? Refusal.invalid(field, "province.no-version", id, nameOf(id))
          : Refusal.invalid(
              field,
              "province.ambiguous",
              id,
              nameOf(id),
              former.name(),
              former.successor(),
              nameOf(former.successor()));
    }
    if (former != null) {
      throw Refusal.invalid(
          field,
          "province.former",
          code,
          former.name(),
          former.successor(),
          nameOf(former.successor()));
    }
    throw Refusal.invalid(field, "province.unknown", text);
  }

  private static String nameOf(String id) {
    return Provinces.now().get(id).name();
  }
}
