package vn.digitaltrust.registry.territory;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import vn.digitaltrust.door.Refusal;

/** The provinces as they are now, and what became of those before (TER-1, TER-2). */
@ApplicationScoped
public class Territories {
  /** The version of the list in force since 1 July 2025. */
  public static final String LIST = "2025";

  private static final Pattern FORM = Pattern.compile("(?:([0-9A-Za-z]{1,10}):)?([0-9]{2})");

  private record Lists(Map<String, String> now, Map<String, Former> before) {}

  private record Former(String name, String successor) {}

  private final DataSource database;
  private volatile Lists lists;

  Territories(DataSource database) {
    this.database = database;
  }

  /**
   * Checks a province as a request names it.
   *
   * @param field the request's field, for the refusal
   * @return the province, such as {@code 2025:79}
   */
  public String require(String field, String text) {
    var form = FORM.matcher(text);
    if (!form.matches()) {
      throw Refusal.invalid(field, "province.form");
    }
    var known = lists();
    var code = form.group(2);
    var id = LIST + ":" + code;
    if (LIST.equals(form.group(1)) && known.now().containsKey(id)) {
      return id;
    }
    var former = known.before().get(code);
    if (form.group(1) == null && known.now().containsKey(id)) {
      throw former == null || former.name().equals(known.now().get(id))
          ? Refusal.invalid(field, "province.no-version", id, known.now().get(id))
          : Refusal.invalid(
              field,
              "province.ambiguous",
              id,
              known.now().get(id),
              former.name(),
              former.successor(),
              known.now().get(former.successor()));
    }
    if (former != null) {
      throw Refusal.invalid(
          field,
          "province.former",
          code,
          former.name(),
          former.successor(),
          known.now().get(former.successor()));
    }
    throw Refusal.invalid(field, "province.unknown", text);
  }

  private Lists lists() {
    if (lists == null) {
      var now = new HashMap<String, String>();
      for (var row : rows("select id, name, name from province")) {
        now.put(row[0], row[1]);
      }
      var before = new HashMap<String, Former>();
      for (var row : rows("select code, name, successor from former_province")) {
        before.put(row[0], new Former(row[1], row[2]));
      }
      lists = new Lists(Map.copyOf(now), Map.copyOf(before));
    }
    return lists;
  }

  private List<String[]> rows(String sql) {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var result = statement.executeQuery(sql)) {
      var rows = new ArrayList<String[]>();
      while (result.next()) {
        rows.add(new String[] {result.getString(1), result.getString(2), result.getString(3)});
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException("the lists of provinces cannot be read", e);
    }
  }
}
