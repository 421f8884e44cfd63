package vn.digitaltrust.sanctions.measure;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.digitaltrust.vocabulary.Activity;
import vn.digitaltrust.vocabulary.Media;
import vn.digitaltrust.vocabulary.ProductCategory;
import vn.digitaltrust.vocabulary.Provinces;
import vn.digitaltrust.vocabulary.account.Platform;

/**
 * What a measure or an exception reaches. In each dimension an empty set means everything.
 *
 * @param territories codes with their list, such as {@code 2025:79}; {@code 79} is read as such
 */
@Schema(
    name = "SanctionsScope",
    description = "What is reached; an empty set in a dimension means everything in it.")
public record Scope(
    @Size(max = 10) SortedSet<@NotNull Activity> activities,
    @Size(max = 20) SortedSet<@NotNull Platform> platforms,
    @Size(max = 20) SortedSet<@NotNull Media> media,
    @Schema(examples = "[\"2025:79\"]") @Size(max = 100)
        SortedSet<@Pattern(regexp = "\\d{4}:\\d{2}") String> territories,
    @Size(max = 30) SortedSet<@NotNull ProductCategory> productCategories) {
  /** Everything. */
  public static final Scope ALL = new Scope(null, null, null, null, null);

  private static final String CURRENT_LIST = Provinces.LIST + ":";

  /** Reads absent dimensions as empty and bare territory codes as codes of the present list. */
  public Scope {
    activities = sorted(activities);
    platforms = sorted(platforms);
    media = sorted(media);
    territories =
        territories == null
            ? sorted(null)
            : sorted(
                territories.stream()
                    .map(code -> code.contains(":") ? code : CURRENT_LIST + code)
                    .collect(Collectors.toSet()));
    productCategories = sorted(productCategories);
  }

  private static <T extends Comparable<T>> SortedSet<T> sorted(Collection<T> values) {
    return values == null
        ? Collections.emptySortedSet()
        : Collections.unmodifiableSortedSet(new TreeSet<>(values));
  }

  /** Whether nothing narrows it. */
  public boolean everything() {
    return Arrays.stream(dimensions()).allMatch(Set::isEmpty);
  }

  /** Whether this reaches nothing that the other does not reach. */
  public boolean within(Scope other) {
    Set<?>[] mine = dimensions();
    Set<?>[] theirs = other.dimensions();
    for (int i = 0; i < mine.length; i++) {
      if (!theirs[i].isEmpty() && (mine[i].isEmpty() || !theirs[i].containsAll(mine[i]))) {
        return false;
      }
    }
    return true;
  }

  /** Whether there is something that both reach. */
  public boolean overlaps(Scope other) {
    Set<?>[] mine = dimensions();
    Set<?>[] theirs = other.dimensions();
    for (int i = 0; i < mine.length; i++) {
      if (!mine[i].isEmpty() && !theirs[i].isEmpty() && Collections.disjoint(mine[i], theirs[i])) {
        return false;
      }
    }
    return true;
  }

  private Set<?>[] dimensions() {
    return new Set<?>[] {activities, platforms, media, territories, productCategories};
  }
}
