package vn.digitaltrust.deploy.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The folder of one suite: data, logs, secrets, process records. A marker file tells a folder that
 * the launcher made from any other, so that wiping never deletes somebody's files.
 */
public final class Home {
  private static final String MARKER = ".digital-trust-home";
  private static final String LOCK = "launcher.lock";

  private final Path folder;

  /** A home at this folder, which need not exist yet. */
  public Home(Path folder) {
    this.folder = folder;
  }

  /** Makes the folder on first use; refuses one that holds somebody else's files. */
  public void open() {
    try {
      if (!Files.exists(folder.resolve(MARKER))) {
        refuseForeignFiles();
        Files.createDirectories(folder.toAbsolutePath().getParent());
        if (!Files.isDirectory(folder)) {
          Files.createDirectory(
              folder,
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        Files.writeString(folder.resolve(".gitignore"), "*\n");
        Files.writeString(
            folder.resolve(MARKER),
            "Made by the launcher of Digital Trust; deploy/down --wipe deletes it.\n");
      }
      for (String name : new String[] {"logs", "run"}) {
        Files.createDirectories(folder.resolve(name));
      }
    } catch (IOException e) {
      throw new Failure(
          "The folder %s cannot be used: %s. DT_HOME chooses another.".formatted(folder, e), e);
    }
  }

  private void refuseForeignFiles() throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    // A wipe that was broken off at its very end leaves its lock.
    try (var entries = Files.newDirectoryStream(folder, entry -> !entry.endsWith(LOCK))) {
      if (entries.iterator().hasNext()) {
        throw new Failure(
            "%s is not empty and was not made by this launcher. Set DT_HOME to an empty or new folder."
                .formatted(folder));
      }
    }
  }

  /** Whether the launcher made this folder. */
  public boolean exists() {
    return Files.exists(folder.resolve(MARKER));
  }

  /** A path below the folder. */
  public Path resolve(String relative) {
    return folder.resolve(relative);
  }

  /** Where a part writes what it prints. */
  public Path log(Part part) {
    return folder.resolve("logs").resolve(part.label() + ".log");
  }

  /**
   * Keeps a second launcher out of this folder until the lock is closed.
   *
   * @throws Failure if one is at work
   */
  public FileLock lock() {
    try {
      FileChannel channel =
          FileChannel.open(
              folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock != null && exists()) {
        return lock;
      }
      channel.close();
      if (lock != null) {
        throw new NoSuchFileException(folder.toString());
      }
    } catch (OverlappingFileLockException e) {
      // the same launcher twice in one process: answered below
    } catch (NoSuchFileException e) {
      throw new Failure("%s was deleted meanwhile. Try again.".formatted(folder), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new Failure(
        "Another launcher is starting or stopping the suite in %s. Wait for it, or set DT_HOME to run a second suite."
            .formatted(folder));
  }

  /**
   * Deletes the folder and all in it; whoever calls holds the {@linkplain #lock lock}. Only a
   * folder that the launcher made; links are removed, not followed. The marker goes after all the
   * rest, so a wipe that was broken off can be repeated, and the lock at the very end.
   */
  public void wipe() {
    if (!exists()) {
      throw new Failure("%s was not made by this launcher: nothing was deleted.".formatted(folder));
    }
    try {
      try (var entries = Files.newDirectoryStream(folder)) {
        for (Path entry : entries) {
          if (!entry.endsWith(MARKER) && !entry.endsWith(LOCK)) {
            delete(entry);
          }
        }
      }
      Files.delete(folder.resolve(MARKER));
      Files.deleteIfExists(folder.resolve(LOCK));
      Files.delete(folder);
    } catch (DirectoryNotEmptyException e) {
      // Somebody begins anew in it: what was there is gone.
    } catch (IOException e) {
      throw new Failure("%s could not be deleted: %s".formatted(folder, e), e);
    }
  }

  /** Deletes a file, or a folder with all in it; links are removed, not followed. */
  static void delete(Path path) throws IOException {
    Files.walkFileTree(path, new Deletion());
  }

  private static final class Deletion extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path visited, IOException failure)
        throws IOException {
      if (failure != null) {
        throw failure;
      }
      Files.delete(visited);
      return FileVisitResult.CONTINUE;
    }
  }
}
