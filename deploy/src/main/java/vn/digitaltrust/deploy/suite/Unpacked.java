package vn.digitaltrust.deploy.suite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.LockSupport;

/**
 * An archive unpacked once: into a folder beside the final one, which appears whole or not at all.
 */
public final class Unpacked {
  private static final long ASK_AGAIN_NANOS = 100_000_000;

  private Unpacked() {}

  /** How one archive is unpacked. */
  @FunctionalInterface
  public interface Unpacking {
    /** Fills the empty folder. */
    void into(Path folder) throws IOException;
  }

  /**
   * The folder named after the archive below {@code runtime}; several launchers may ask at once.
   */
  public static Path once(Path runtime, Path archive, Unpacking unpacking) {
    String name = archive.getFileName().toString().replaceAll("\\.(jar|zip)$", "");
    Path folder = runtime.resolve(name);
    try {
      Files.createDirectories(runtime);
      try (FileChannel channel =
              FileChannel.open(
                  runtime.resolve(name + ".lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          var lock = lock(channel)) {
        if (lock.isValid() && !Files.isDirectory(folder)) {
          Path fresh = Files.createTempDirectory(runtime, name + ".");
          unpacking.into(fresh);
          Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        }
      }
      return folder;
    } catch (IOException e) {
      throw new Failure("%s cannot be unpacked into %s: %s".formatted(archive, folder, e), e);
    }
  }

  /**
   * Waits until no other launcher has the file locked, by asking again and again. To wait for it in
   * the kernel would not do: there a whole process counts as one that waits, and two launchers that
   * unpack one archive each and want the other's next are refused as deadlocked (fcntl(2)),
   * although threads of their own would go on.
   */
  public static FileLock lock(FileChannel channel) throws IOException {
    FileLock lock = channel.tryLock();
    while (lock == null) {
      LockSupport.parkNanos(ASK_AGAIN_NANOS);
      lock = channel.tryLock();
    }
    return lock;
  }

  /** A path of an archive below the folder; refuses one that would lead out of it. */
  public static Path inside(Path folder, String entry) throws IOException {
    Path target = folder.resolve(entry).normalize();
    if (!target.startsWith(folder)) {
      throw new IOException("leads out of the folder: " + entry);
    }
    return target;
  }
}
