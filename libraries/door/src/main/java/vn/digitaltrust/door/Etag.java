package vn.digitaltrust.door;

import java.util.regex.Pattern;

/** DOOR-2: the version of a resource as an entity tag. */
public final class Etag {
  private static final Pattern OURS = Pattern.compile("\"[0-9]+\"");

  private Etag() {}

  /** The strong entity tag of a version, such as {@code "3"} with its quotes. */
  public static String of(long version) {
    return '"' + Long.toString(version) + '"';
  }

  /**
   * Refuses a change that was made from another version than the current one.
   *
   * @param ifMatch the header as it came
   * @throws Refusal 428 when the header is absent or names no version ({@code *}), 412 when no tag
   *     in it is the current one; a tag that cannot be compared is told as such, because whoever
   *     reads again would only send it again
   */
  public static void require(String ifMatch, long version) {
    if (ifMatch == null || ifMatch.isBlank()) {
      throw Refusal.of(Kind.VERSION_REQUIRED);
    }
    String strange = null;
    for (String listed : ifMatch.split(",")) {
      String tag = listed.strip();
      if (tag.equals("*")) {
        throw Refusal.because(Kind.VERSION_REQUIRED, "version-required.any");
      }
      if (tag.equals(of(version))) {
        return;
      }
      if (!OURS.matcher(tag).matches()) {
        strange = tag;
      }
    }
    if (strange == null) {
      throw Refusal.of(Kind.STALE_VERSION, of(version));
    }
    throw Refusal.because(
        Kind.STALE_VERSION,
        strange.startsWith("W/") ? "stale-version.weak" : "stale-version.unknown");
  }
}
