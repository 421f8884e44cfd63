package vn.digitaltrust.journal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Content that an entry does not carry, because it may be long, and to which the entry is bound all
 * the same: it carries the hash. So the chain shows whether the content was changed since.
 */
public final class Untold {
  private Untold() {}

  /**
   * The hash of content that is read elsewhere.
   *
   * @param content a record that Jackson can write
   * @return 64 hex digits: SHA-256 of the JSON text in UTF-8, as the journal would write it
   * @throws IllegalArgumentException when it cannot be written as JSON
   */
  public static String sha256(Object content) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(Draft.json(content)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
