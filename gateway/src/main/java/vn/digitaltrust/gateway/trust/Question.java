package vn.digitaltrust.gateway.trust;

import java.time.Instant;

/**
 * What is asked about a subject; a dimension that is null was not asked.
 *
 * @param at for which instant
 */
record Question(
    String activity,
    String platform,
    String media,
    String territory,
    String productCategory,
    Instant at) {

  /** The same for another instant. */
  Question at(Instant another) {
    return new Question(activity, platform, media, territory, productCategory, another);
  }

  static Question about(Instant at) {
    return new Question(null, null, null, null, null, at);
  }
}
