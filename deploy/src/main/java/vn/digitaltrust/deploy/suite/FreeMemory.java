package vn.digitaltrust.deploy.suite;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * How much memory can still be had: the kernel's estimate, or what a container's limit leaves if
 * that is less.
 *
 * @param meminfo the machine's memory, as {@code /proc/meminfo} tells it
 * @param group the folder of the control group (version 2) that this process is limited by
 */
record FreeMemory(Path meminfo, Path group) {
  private static final long KILOBYTE = 1024;
  private static final long MEGABYTE = 1024 * KILOBYTE;

  /** Where Linux tells it; elsewhere nothing is there and nothing is known. */
  static FreeMemory ofThisMachine() {
    return new FreeMemory(Path.of("/proc/meminfo"), Path.of("/sys/fs/cgroup"));
  }

  /** All the memory of the machine, or of the container. */
  static long machineMegabytes() {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return system.getTotalMemorySize() / MEGABYTE;
  }

  /** Megabytes, or empty where nobody tells. */
  OptionalLong megabytes() {
    OptionalLong machine = value(meminfo, "MemAvailable:");
    OptionalLong limit = first(group.resolve("memory.max"));
    OptionalLong used = first(group.resolve("memory.current"));
    if (machine.isEmpty()) {
      return machine;
    }
    long available = machine.getAsLong() * KILOBYTE;
    if (limit.isPresent() && used.isPresent()) {
      available = Math.min(available, limit.getAsLong() - Math.max(0, used.getAsLong() - cache()));
    }
    return OptionalLong.of(Math.max(0, available) / MEGABYTE);
  }

  /** Files that the kernel holds in memory count as used, but are dropped when memory is needed. */
  private long cache() {
    Path statistics = group.resolve("memory.stat");
    return value(statistics, "inactive_file ").orElse(0)
        + value(statistics, "active_file ").orElse(0);
  }

  private static OptionalLong value(Path file, String key) {
    try (Stream<String> lines = Files.lines(file)) {
      Optional<String> found = lines.filter(line -> line.startsWith(key)).findFirst();
      return found.isEmpty()
          ? OptionalLong.empty()
          : OptionalLong.of(Long.parseLong(found.get().replaceAll("[^0-9]", "")));
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }

  /** The number a file holds; empty for {@code max}, which is no limit. */
  private static OptionalLong first(Path file) {
    try {
      String text = Files.readString(file).strip();
      return text.equals("max") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
    } catch (IOException | NumberFormatException e) {
      return OptionalLong.empty();
    }
  }
}
