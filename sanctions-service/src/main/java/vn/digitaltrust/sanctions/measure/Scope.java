package vn.digitaltrust.sanctions.measure;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.digitaltrust.door.ProvinceReader;
import vn.digitaltrust.vocabulary.Activity;
import vn.digitaltrust.vocabulary.Media;
import vn.digitaltrust.vocabulary.ProductCategory;
import vn.digitaltrust.vocabulary.account.Platform;

/**
 * What a measure or an exception reaches. In each dimension an empty set means everything.
 *
 * @param territories codes with their list, such as {@code 2025:79}
 */
@Schema(
    name = "SanctionsScope",
    description = "What is reached; an empty set in a dimension means everything in it.")
public record Scope(
    @Size(max = 10) SortedSet<@NotNull Activity> activities,
    @Size(max = 20) SortedSet<@NotNull Platform> platforms,
    @Size(max = 20) SortedSet<@NotNull Media> media,
    @Schema(examples = "[\"2025:79\"]")
        @Size(max = 100)
        @JsonDeserialize(contentUsing = ProvinceReader.class)
        SortedSet<String> territories,
    @Size(max = 30) SortedSet<@NotNull ProductCategory> productCategories) {
  /** Everything. */
  public static final Scope ALL = new Scope(null, null, null, null, null);

  /** Reads absent dimensions as empty. */
  public Scope {
    activities = sorted(activities);
    platforms = sorted(platforms);
    media = sorted(media);
    territories = sorted(territories);
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
