package vn.digitaltrust.door;

import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One page of a list.
 *
 * @param items at most as many as asked for, in a stable order
 * @param next the cursor of the next page, or null at the end
 */
public record Page<T>(List<T> items, @Schema(nullable = true) String next) {
  /** The largest page. */
  public static final int MOST = 200;

  /**
   * Makes a page from one row more than was asked for: the extra row only tells that there is a
   * next page.
   *
   * @param rows up to {@code limit + 1} rows in order
   * @param key the immutable unique key that the list is ordered by
   */
  public static <T> Page<T> of(List<T> rows, int limit, Function<T, String> key, Cursor cursor) {
    if (rows.size() <= limit) {
      return new Page<>(List.copyOf(rows), null);
    }
    List<T> items = List.copyOf(rows.subList(0, limit));
    return new Page<>(items, cursor.after(key.apply(items.get(limit - 1))));
  }

  /** The same page of what each item is shown as. */
  public <R> Page<R> map(Function<? super T, ? extends R> view) {
    return new Page<>(items.stream().<R>map(view).toList(), next);
  }

  /**
   * Checks a requested page size.
   *
   * @throws Refusal 400 when it is not between 1 and {@value #MOST}
   */
  public static int limit(int asked) {
    if (asked < 1 || asked > MOST) {
      throw Refusal.invalid("limit", "limit.range", MOST);
    }
    return asked;
  }
}
