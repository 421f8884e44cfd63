package vn.digitaltrust.deploy.suite;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Passwords and keys of one suite: made at random when first asked for, kept in a file that only
 * its owner can read.
 */
public final class Secrets {
  private static final int BYTES = 24;

  private final Path file;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, String> values = new TreeMap<>();

  /** Reads the file if it exists. */
  public Secrets(Path file) {
    this.file = file;
    if (Files.exists(file)) {
      Properties properties = new Properties();
      try (var reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      properties.forEach((name, value) -> values.put((String) name, (String) value));
    }
  }

  /** The secret of this name: 186 random bits as 32 characters that need no quoting anywhere. */
  public synchronized String get(String name) {
    String value = values.get(name);
    if (value == null) {
      byte[] bytes = new byte[BYTES];
      random.nextBytes(bytes);
      // A leading '-' would read as an option on a command line.
      value = "s" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).substring(1);
      values.put(name, value);
      write();
    }
    return value;
  }

  private void write() {
    try {
      Path next = file.resolveSibling(file.getFileName() + ".next");
      Files.deleteIfExists(next);
      Files.createFile(
          next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      StringWriter text = new StringWriter();
      text.write(
          "# Made by the launcher of Digital Trust. Whoever reads this file can do everything here.\n");
      values.forEach((name, value) -> text.write(name + "=" + value + "\n"));
      Files.writeString(next, text.toString());
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
