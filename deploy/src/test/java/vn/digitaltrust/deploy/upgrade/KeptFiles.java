package vn.digitaltrust.deploy.upgrade;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import vn.digitaltrust.deploy.http.Http;
import vn.digitaltrust.deploy.suite.Part;

/** The files that are kept of a release: a dump of each service, and one of everything else. */
final class KeptFiles {
  private final Path folder;

  /** In this folder. */
  KeptFiles(Path folder) {
    this.folder = folder;
  }

  /** The rows of a service. */
  String dump(Part service) throws IOException {
    return read(service.shortName() + ".sql.gz");
  }

  void keepDump(Part service, String dump) throws IOException {
    write(service.shortName() + ".sql.gz", dump);
  }

  /** What was asked of the release, what it answered, and what its rows need to be read. */
  JsonNode release() throws IOException {
    return Http.JSON.readTree(read("release.json.gz"));
  }

  void keepRelease(JsonNode release) throws IOException {
    write("release.json.gz", Http.JSON.writeValueAsString(release));
  }

  private String read(String name) throws IOException {
    try (InputStream file = new GZIPInputStream(Files.newInputStream(folder.resolve(name)))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void write(String name, String text) throws IOException {
    Files.createDirectories(folder);
    try (OutputStream file = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
      file.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
