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

  static Question about(Instant at) {
    return new Question(null, null, null, null, null, at);
  }
}
