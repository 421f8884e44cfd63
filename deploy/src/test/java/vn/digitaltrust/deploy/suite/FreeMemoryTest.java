package vn.digitaltrust.deploy.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreeMemoryTest {
  private static final long MEGABYTE = 1024 * 1024;

  @TempDir Path temporary;

  private FreeMemory memory(long machineMegabytes) throws IOException {
    Path meminfo = temporary.resolve("meminfo");
    Files.writeString(
        meminfo,
        "MemTotal:       99999999 kB\nMemAvailable:   %d kB\n".formatted(machineMegabytes * 1024));
    return new FreeMemory(meminfo, temporary);
  }

  private void group(String limit, long used, long inactiveFile, long activeFile)
      throws IOException {
    Files.writeString(temporary.resolve("memory.max"), limit + "\n");
    Files.writeString(temporary.resolve("memory.current"), used * MEGABYTE + "\n");
    Files.writeString(
        temporary.resolve("memory.stat"),
        "anon 1\ninactive_anon 2\nactive_anon 3\ninactive_file %d\nactive_file %d\n"
            .formatted(inactiveFile * MEGABYTE, activeFile * MEGABYTE));
  }

  @Test
  void without_a_limit_it_is_what_the_machine_has() throws IOException {
    assertEquals(OptionalLong.of(5_000), memory(5_000).megabytes());

    group("max", 3_000, 0, 0);
    assertEquals(OptionalLong.of(5_000), memory(5_000).megabytes());
  }

  @Test
  void a_container_has_what_its_limit_leaves_and_cached_files_are_not_in_the_way()
      throws IOException {
    group(Long.toString(4_000 * MEGABYTE), 3_500, 1_000, 1_500);

    assertEquals(OptionalLong.of(3_000), memory(5_000).megabytes());
    assertEquals(OptionalLong.of(2_000), memory(2_000).megabytes());
  }

  @Test
  void a_container_that_has_used_up_its_limit_has_nothing() throws IOException {
    group(Long.toString(1_000 * MEGABYTE), 1_100, 10, 10);

    assertEquals(OptionalLong.of(0), memory(5_000).megabytes());
  }

  @Test
  void where_nobody_tells_nothing_is_known() {
    FreeMemory memory = new FreeMemory(temporary.resolve("none"), temporary);

    assertEquals(OptionalLong.empty(), memory.megabytes());
  }
}
