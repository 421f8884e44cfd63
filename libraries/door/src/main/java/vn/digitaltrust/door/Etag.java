package vn.digitaltrust.door;

/** DOOR-2: the version of a resource as an entity tag. */
public final class Etag {
  private Etag() {}

  /** The strong entity tag of a version, such as {@code "3"} with its quotes. */
  public static String of(long version) {
    return '"' + Long.toString(version) + '"';
  }

  /**
   * Refuses a change that was made from another version than the current one.
   *
   * @param ifMatch the header as it came; {@code *} means "whatever version it has"
   * @throws Refusal 428 when the header is absent, 412 when no tag in it is the current one
   */
  public static void require(String ifMatch, long version) {
    if (ifMatch == null || ifMatch.isBlank()) {
      throw Refusal.of(Kind.VERSION_REQUIRED);
    }
    for (String tag : ifMatch.split(",")) {
      if (tag.strip().equals("*") || tag.strip().equals(of(version))) {
        return;
      }
    }
    throw Refusal.of(Kind.STALE_VERSION, of(version));
  }
}
