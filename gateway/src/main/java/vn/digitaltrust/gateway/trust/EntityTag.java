package vn.digitaltrust.gateway.trust;

/**
 * GW-18: the entity tag of an answer: a fingerprint of what it says, without what makes it one of
 * its own (its id, its time, how fresh it is). Weak, because two answers of one tag say the same in
 * other bytes. The same in every gateway, as it depends on nothing but the words.
 */
final class EntityTag {
  private static final long FNV_BASIS = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private EntityTag() {}

  /** The tag of an answer, as it stands in {@code ETag}. */
  static String of(Answer answer) {
    long hash = FNV_BASIS;
    hash = with(hash, answer.verdict());
    hash = with(hash, answer.subject());
    hash = with(hash, answer.restrictions());
    hash = with(hash, answer.membership());
    hash = with(hash, answer.trustMark());
    return "W/\"" + Long.toHexString(hash) + '"';
  }

  private static long with(long hash, Object said) {
    String words = String.valueOf(said);
    long next = hash;
    for (int i = 0; i < words.length(); i++) {
      next = (next ^ words.charAt(i)) * FNV_PRIME;
    }
    return next;
  }

  /**
   * Whether {@code If-None-Match} names a tag; that of an answer that says the same.
   *
   * @param held what the caller has, or null
   */
  static boolean isAmong(String held, String tag) {
    if (held == null) {
      return false;
    }
    String opaque = tag.substring("W/".length());
    for (String each : held.split(",")) {
      String one = each.strip();
      if (one.equals("*") || one.equals(tag) || one.equals(opaque)) {
        return true;
      }
    }
    return false;
  }
}
