package vn.digitaltrust.alliance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Cuts what is too much for one statement: the database takes at most 65,535 values in one. */
public final class Chunks {
  private static final int MOST = 10_000;

  private Chunks() {}

  /** The same in the same order, in parts that one statement takes. */
  public static <T> List<List<T>> of(Collection<T> all) {
    List<T> list = new ArrayList<>(all);
    List<List<T>> parts = new ArrayList<>();
    for (int from = 0; from < list.size(); from += MOST) {
      parts.add(list.subList(from, Math.min(from + MOST, list.size())));
    }
    return parts;
  }
}
