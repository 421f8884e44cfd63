package vn.digitaltrust.deploy.suite;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
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

  /** The lock of a file keeps other launchers out, not a second reader in the same one. */
  private static final Object HERE = new Object();

  private final Path file;
  private final boolean makesMissing;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, String> values = new TreeMap<>();

  /** The secrets in a file, which is made, like each secret, when it is first needed. */
  public Secrets(Path file) {
    this(file, true);
  }

  private Secrets(Path file, boolean makesMissing) {
    this.file = file;
    this.makesMissing = makesMissing;
    read();
  }

  /** The secrets that a suite has made, for those who only look at it: nothing is ever written. */
  public static Secrets existing(Path file) {
    return new Secrets(file, false);
  }

  private void read() {
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

  /**
   * The secret of this name: 186 random bits as 32 characters that need no quoting anywhere.
   *
   * @throws Failure if it does not exist and may not be made
   */
  public synchronized String get(String name) {
    String value = values.get(name);
    if (value == null && makesMissing) {
      value = make(name);
    }
    if (value == null) {
      throw new Failure(
          "%s holds no secret \"%s\" yet. Start the suite: deploy/up".formatted(file, name));
    }
    return value;
  }

  /** Another launcher may have made it, or another one, since the file was read: look again. */
  private String make(String name) {
    synchronized (HERE) {
      try (FileChannel channel =
              FileChannel.open(
                  file.resolveSibling(file.getFileName() + ".lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        read();
        if (lock.isValid() && !values.containsKey(name)) {
          values.put(name, random());
          write();
        }
        return values.get(name);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private String random() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    // A leading '-' would read as an option on a command line.
    return "s" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).substring(1);
  }

  private void write() throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".next");
    Files.deleteIfExists(next);
    Files.createFile(
        next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    StringWriter text = new StringWriter();
    text.write(
        "# Made by the launcher of Digital Trust. Whoever reads this file can do everything"
            + " here.\n");
    values.forEach((name, value) -> text.write(name + "=" + value + "\n"));
    Files.writeString(next, text.toString());
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
