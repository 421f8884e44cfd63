package vn.digitaltrust.verdict;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.digitaltrust.vocabulary.Activity;
import vn.digitaltrust.vocabulary.Media;
import vn.digitaltrust.vocabulary.ProductCategory;
import vn.digitaltrust.vocabulary.Provinces;
import vn.digitaltrust.vocabulary.account.Platform;

/** The values that the dimensions of a question can have, by name. */
public final class Values {
  /** What somebody is engaged for. */
  public static final Set<String> ACTIVITIES = names(Activity.values());

  /** On which platform. */
  public static final Set<String> PLATFORMS = names(Platform.values());

  /** Through which medium. */
  public static final Set<String> MEDIA = names(Media.values());

  /** What is advertised or sold. */
  public static final Set<String> PRODUCT_CATEGORIES = names(ProductCategory.values());

  /** The 34 province-level units since 1 July 2025, as {@code 2025:79}. */
  public static final Set<String> TERRITORIES = Provinces.now().keySet();

  private Values() {}

  private static Set<String> names(Enum<?>... values) {
    return Arrays.stream(values).map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
  }
}
