package vn.digitaltrust.deploy.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a process listens on, as Linux tells it below {@code /proc}. */
final class ListeningSockets {
  private static final String LISTENING = "0A";
  private static final String LOOPBACK_6 = "00000000000000000000000001000000";
  private static final String MAPPED_4 = "0000000000000000FFFF0000";

  /** A socket: its address in the kernel's hexadecimal, and its port. */
  record Socket(String address, int port) {

    /** Whether only this machine can reach it. The kernel writes addresses back to front. */
    boolean loopback() {
      String plain = address.startsWith(MAPPED_4) ? address.substring(24) : address;
      return plain.equals(LOOPBACK_6) || plain.length() == 8 && plain.endsWith("7F");
    }
  }

  private ListeningSockets() {}

  /** Of a process and its children, over TCP. */
  static Set<Socket> of(ProcessHandle process) {
    Set<String> own =
        Stream.concat(Stream.of(process), process.descendants())
            .flatMap(handle -> inodes(handle.pid()).stream())
            .collect(Collectors.toSet());
    Set<Socket> listening = new HashSet<>();
    for (String table : new String[] {"tcp", "tcp6"}) {
      try (Stream<String> lines = Files.lines(Path.of("/proc/net", table))) {
        lines
            .skip(1)
            .map(line -> line.strip().split("\\s+"))
            .filter(fields -> fields[3].equals(LISTENING) && own.contains(fields[9]))
            .forEach(fields -> listening.add(socket(fields[1])));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return listening;
  }

  private static Socket socket(String local) {
    String[] parts = local.split(":");
    return new Socket(parts[0].toUpperCase(Locale.ROOT), Integer.parseInt(parts[1], 16));
  }

  private static Set<String> inodes(long pid) {
    try (Stream<Path> descriptors = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
      return descriptors
          .map(ListeningSockets::target)
          .filter(target -> target.startsWith("socket:["))
          .map(target -> target.substring(8, target.length() - 1))
          .collect(Collectors.toSet());
    } catch (IOException e) {
      return Set.of(); // ended meanwhile
    }
  }

  private static String target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException e) {
      return ""; // closed meanwhile
    }
  }
}
