package vn.digitaltrust.verdict;

import java.time.Instant;

/**
 * What is asked about a subject; a dimension that is null was not asked.
 *
 * @param at for which instant
 */
public record Question(
    String activity,
    String platform,
    String media,
    String territory,
    String productCategory,
    Instant at) {

  /** The same for another instant. */
  public Question at(Instant another) {
    return new Question(activity, platform, media, territory, productCategory, another);
  }

  /** Asks of everything, at an instant. */
  public static Question about(Instant at) {
    return new Question(null, null, null, null, null, at);
  }
}
