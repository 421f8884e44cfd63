package vn.digitaltrust.gateway.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Files that are loaded together, below the hash of all of them. */
final class Bundle {
  private static final int HASH_LETTERS = 16;

  private final Map<String, PageFile> files;
  private final String hash;

  private Bundle(Map<String, PageFile> files, String hash) {
    this.files = files;
    this.hash = hash;
  }

  /**
   * Reads the files of a folder below {@code pages} on the class path.
   *
   * @throws IllegalStateException if the gateway was built without one of them
   */
  static Bundle of(String folder, List<String> names) {
    Map<String, PageFile> files = new TreeMap<>();
    MessageDigest digest = sha256();
    for (String name : names) {
      byte[] content = content(folder + "/" + name);
      digest.update(content);
      files.put(name, new PageFile(name, content));
    }
    return new Bundle(files, HexFormat.of().formatHex(digest.digest()).substring(0, HASH_LETTERS));
  }

  /** The bytes of one file below {@code pages}. */
  static byte[] content(String path) {
    String name = "pages/" + path;
    ClassLoader application = Thread.currentThread().getContextClassLoader();
    try (InputStream stored = application.getResourceAsStream(name)) {
      if (stored == null) {
        throw new IllegalStateException(name + " is not on the class path");
      }
      return stored.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What its files are below. */
  String hash() {
    return hash;
  }

  /** A file by its name, or null. */
  PageFile file(String name) {
    return files.get(name);
  }
}
